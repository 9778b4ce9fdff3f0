using CsCheck;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Tests.Cases;

public sealed class CaseIdTests
{
    private static readonly Ags Darmstadt = new("06411000");

    [Fact]
    public void The_same_key_makes_the_same_id() =>
        Gen.String.Sample(key => CaseId.Derive(Darmstadt, "dog-tax", key) == CaseId.Derive(Darmstadt, "dog-tax", key));

    [Fact]
    public void Different_keys_make_different_ids() =>
        Gen.Select(Gen.String, Gen.String).Sample((one, other) => one == other || CaseId.Derive(Darmstadt, "dog-tax", one) != CaseId.Derive(Darmstadt, "dog-tax", other));

    [Fact]
    public void A_letter_does_not_wander_from_the_key_into_the_leistung() =>
        Assert.NotEqual(CaseId.Derive(Darmstadt, "dog", "taxkey"), CaseId.Derive(Darmstadt, "dogtax", "key"));

    [Fact]
    public void A_derived_id_is_well_formed_and_names_its_kommune() =>
        Gen.String.Sample(key => CaseId.Derive(Darmstadt, "dog-tax", key) is var id && CaseId.IsWellFormed(id.Value) && id.Kommune == Darmstadt);

    [Theory]
    [InlineData("")]
    [InlineData("06411000")]
    [InlineData("06411000-")]
    [InlineData("06411000-0123456789012345678901234u")]
    [InlineData("0641100x-01234567890123456789012345")]
    [InlineData("../../secret-0123456789012345678901")]
    public void What_is_no_id_is_told_apart(string text) => Assert.False(CaseId.IsWellFormed(text));

    [Fact]
    public void A_task_id_leads_back_to_its_case()
    {
        var id = CaseId.Derive(Darmstadt, "dog-tax", "key");
        var task = TaskId.For(id, "assess", 2);

        Assert.True(TaskId.IsWellFormed(task.Value));
        Assert.Equal(id, task.Case);
    }
}
