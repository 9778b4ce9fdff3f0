using Ozg.Core.Processes;

namespace Ozg.Tool.Drawing;

/// <summary>Who has a lane: the applicant above, the authority's offices in the order of the steps, what runs by itself below.</summary>
internal sealed partial class FlowBuilder
{
    private List<Lane> Lanes(Process process)
    {
        var lanes = new List<Lane> { new(Citizen, Words("lane.citizen"), LaneKind.Citizen) };
        foreach (var step in process.All())
        {
            lanes.AddRange(step switch
            {
                Step.Consult consult => consult.Offices.Select(office => LaneFor(office.Group, office.Partner)),
                Step.Approve { Second: { } second } approve => [LaneFor(approve.Group, null), LaneFor(second.Group, second.Partner)],
                Step.Approve approve => [LaneFor(approve.Group, null)],
                _ => [],
            });
        }

        lanes.Add(new(System, Words("lane.system"), LaneKind.System));
        lanes.Add(new(BackOffice, Words("lane.backOffice"), LaneKind.BackOffice));
        return [.. lanes.DistinctBy(lane => lane.Id).Where(lane => _nodes.Values.Any(node => node.Lane == lane.Id))];
    }

    private Lane LaneFor(string group, Core.Kommunen.Ags? partner) => new(LaneOf(group, partner), _terms.Group(group, partner), LaneKind.Office);

    private static string LaneOf(string group, Core.Kommunen.Ags? partner) => partner is { } ags ? $"lane.group.{group}.{ags}" : $"lane.group.{group}";
}
