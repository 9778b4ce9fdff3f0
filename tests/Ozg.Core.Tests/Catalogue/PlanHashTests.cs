using System.Text;
using System.Text.Json;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class PlanHashTests
{
    [Fact]
    public void A_plan_is_named_by_the_hash_of_what_is_stored()
    {
        Assert.Equal(ContentHash.Sha256(PlanHash.Write(Plan())), PlanHash.Of(Plan()));
        Assert.Matches("^[0-9a-f]{64}$", PlanHash.Of(Plan()));
    }

    [Fact]
    public void Equal_plans_have_equal_names_whatever_the_order_of_their_dictionaries()
    {
        var turned = Plan() with { Templates = new Dictionary<string, string> { ["nachricht"] = "Nachricht", ["bescheid"] = "Bescheid" } };

        Assert.Equal(PlanHash.Of(Plan()), PlanHash.Of(turned));
    }

    [Fact]
    public void Any_difference_makes_another_name()
    {
        Plan[] plans =
        [
            Plan(),
            Plan() with { Kommune = new("06432007") },
            Plan() with { Authority = "Der Gemeindevorstand" },
            Plan() with { Templates = new Dictionary<string, string>() },
            Plan() with { Conditions = new Dictionary<string, string> { ["teuer"] = "not feld" } },
            Plan() with { Process = new([.. Steps().Reverse()]) },
        ];

        Assert.Equal(plans.Length, plans.Select(PlanHash.Of).Distinct().Count());
    }

    [Fact]
    public void A_stored_plan_reads_back_as_it_was()
    {
        var plan = PlanHash.Read(PlanHash.Write(Plan()));

        Assert.Equal(Steps(), plan.Process.Steps);
        Assert.Equal(PlanHash.Of(Plan()), PlanHash.Of(plan));
        Assert.Equal("feld", plan.Conditions["teuer"]);
    }

    [Fact]
    public void What_is_stored_is_sorted_and_leaves_out_what_is_null()
    {
        var stored = Encoding.UTF8.GetString(PlanHash.Write(Plan([new Step.Notify { Id = "notify", Message = "nachricht" }])));

        Assert.Contains("""{"id":"notify","kind":"notify","message":"nachricht"}""", stored, StringComparison.Ordinal);
        Assert.StartsWith("""{"amounts":{},"authority":"Der Magistrat der Stadt Musterstadt","conditions":""", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"unknown":1}""")]
    public void What_is_no_plan_is_not_read(string stored) =>
        Assert.Throws<JsonException>(() => PlanHash.Read(Encoding.UTF8.GetBytes(stored)));
}
