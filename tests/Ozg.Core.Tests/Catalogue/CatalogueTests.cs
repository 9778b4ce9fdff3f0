using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class CatalogueTests
{
    private static readonly Core.Catalogue.Catalogue Subject = new(
    [
        new(Kommune() with { Ags = new("06432007"), Name = "Musterdorf" }, []),
        new(Kommune(), [Offer.Compose(Kommune(), Leistung(), new("testleistung")).Value]),
    ]);

    [Fact]
    public void Kommunen_come_in_the_order_of_their_keys() =>
        Assert.Equal(["06411000", "06432007"], Subject.Kommunen.Select(kommune => kommune.Ags.Value));

    [Fact]
    public void What_is_offered_is_found() => Assert.Equal("testleistung", Subject.Offer(Musterstadt, "testleistung").Value.Leistung.Id);

    [Theory]
    [InlineData("00000000")]
    [InlineData("")]
    [InlineData("../..")]
    public void A_Kommune_that_is_not_there_is_unknown(string ags)
    {
        Assert.Equal(new UnknownKommune(), Subject.Kommune(new Ags(ags)).Error);
        Assert.Equal(new UnknownKommune(), Subject.Offer(new Ags(ags), "testleistung").Error);
    }

    [Fact]
    public void A_Leistung_that_another_Kommune_offers_is_unknown_here()
    {
        Assert.Equal(new UnknownLeistung(), Subject.Offer(new Ags("06432007"), "testleistung").Error);
        Assert.Equal(new UnknownLeistung(), Subject.Offer(Musterstadt, "andere").Error);
    }

    [Fact]
    public void Two_Kommunen_cannot_have_one_key() =>
        Assert.Throws<ArgumentException>(() => new Core.Catalogue.Catalogue([new(Kommune(), []), new(Kommune(), [])]));
}
