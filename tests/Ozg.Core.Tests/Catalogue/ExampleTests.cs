using Ozg.Core.Catalogue;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class ExampleTests
{
    [Fact]
    public void Days_of_an_example_move_with_the_day_on_which_it_is_sent()
    {
        var example = new Example("standard", Json("""{"von":"today","tage":["today+14d","today-1d","2026-01-31"],"zahl":1.50,"text":"today we go","leer":null}"""));

        Assert.Equal(
            """{"von":"2026-02-28","tage":["2026-03-14","2026-02-27","2026-01-31"],"zahl":1.50,"text":"today we go","leer":null}""",
            example.On(new(2026, 2, 28)).GetRawText());
    }
}
