using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Tests;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

public sealed class ServiceKindsTests
{
    public static TheoryData<Type, Type> Ways
    {
        get
        {
            var data = new TheoryData<Type, Type>();
            foreach (var (dispatch, receipt) in Kinds.Of<Dispatch>().SelectMany(dispatch => Kinds.Of<Receipt>().Select(receipt => (dispatch, receipt))))
                data.Add(dispatch, receipt);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_way_to_send_has_a_rule_for_all_that_can_be_known_of_its_arrival(Type dispatch, Type receipt) =>
        Assert.NotEmpty(ServiceRules.Of(Kinds.Sample<Dispatch>(dispatch), Kinds.Sample<Receipt>(receipt), Regime.Vwvfg, ServiceFictions.Hessen, Hessen).Reasoning);
}
