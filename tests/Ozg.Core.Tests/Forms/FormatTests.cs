using System.Diagnostics;
using System.Text.Json;
using Ozg.Core.Forms;
using static Ozg.Core.Tests.Forms.ArrangeForm;

namespace Ozg.Core.Tests.Forms;

public sealed class FormatTests
{
    private static readonly FormSchema Name = With("\"type\":\"string\",\"format\":\"person-name\"");
    private static readonly FormSchema Account = With("\"type\":\"string\",\"format\":\"iban\"");

    [Theory]
    [InlineData("Łukasz Đorđević-Müller")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("Çağla Öztürk-Şahin")]
    [InlineData("Ægir Þórðarson")]
    [InlineData("Ioan Țepeș")]
    [InlineData("Ģirts Ķēniņš")]
    [InlineData("Zoë d’Œuvray")]
    [InlineData("Žofie Řeháková")]
    [InlineData("Groß")]
    [InlineData("GROẞ")]
    [InlineData("Ø")]
    [InlineData("Mu\u0308ller")]
    [InlineData("ʿAbd al-Ḥaqq")]
    [InlineData("C\u0328\u0306 L\u0325\u0304 k\u035Fh")]
    [InlineData("'t Hooft, Jr.")]
    [InlineData("Wolfeschlegelsteinhausenbergerdorff Wolfeschlegelsteinhausenbergerdorff Wolfeschlegelsteinhausenbergerdorff")]
    public void Names_in_Latin_letters_are_taken(string name) => Assert.Null(Name.Code(JsonSerializer.Serialize(name)));

    [Theory]
    [InlineData("Иван", "person-name")]
    [InlineData("李", "person-name")]
    [InlineData("Max😀", "person-name")]
    [InlineData("Max3", "person-name")]
    [InlineData("- -", "person-name")]
    [InlineData("\u0308ller", "person-name")]
    [InlineData("Z\u0300\u0301\u0302\u0303algo", "person-name")]
    [InlineData("A<b>", "person-name")]
    [InlineData("A\0B", "characters")]
    [InlineData("A\u202EB", "characters")]
    public void What_is_no_name_is_refused(string name, string code) => Assert.Equal(code, Name.Code(JsonSerializer.Serialize(name)));

    [Theory]
    [InlineData("DE89370400440532013000")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("DE02120300000000202051")]
    [InlineData("DE02500105170137075030")]
    [InlineData("DE75512108001245126199")]
    [InlineData("AT611904300234573201")]
    [InlineData("DE93999999990000000001")]
    public void Ibans_with_the_right_check_digits_are_taken(string iban) => Assert.Null(Account.Code($"\"{iban}\""));

    [Theory]
    [InlineData("DE88370400440532013000")]
    [InlineData("de89370400440532013000")]
    [InlineData("DE8937040044053201300")]
    [InlineData("89DE370400440532013000")]
    [InlineData("DE")]
    [InlineData("DE8937040044053201300０")]
    public void What_is_no_iban_is_refused(string iban) => Assert.Equal("iban", Account.Code($"\"{iban}\""));

    [Theory]
    [InlineData("DA-XX 1", null)]
    [InlineData("DA-XX 1234", null)]
    [InlineData("DI-E 77H", null)]
    [InlineData("ÖHR-AB 12E", null)]
    [InlineData("A\u0308-AB 12", null)]
    [InlineData("DA-XX1", null)]
    [InlineData("DA - XX 1 H", null)]
    [InlineData("DI-ÄÖ 1", "license-plate")]
    [InlineData("da-xx 1", "license-plate")]
    [InlineData("DA XX 1", "license-plate")]
    [InlineData("DA-XX 12345", "license-plate")]
    [InlineData("DA-XX 1X", "license-plate")]
    [InlineData("DA-XX ١", "license-plate")]
    [InlineData("DA-XX 1 ", "license-plate")]
    public void A_licence_plate_has_umlauts_in_the_districts_part_only(string plate, string? code) =>
        Assert.Equal(code, With("\"type\":\"string\",\"format\":\"license-plate\"").Code(JsonSerializer.Serialize(plate)));

    [Theory]
    [InlineData("276000000000001", null)]
    [InlineData("276 000 000 000 001", null)]
    [InlineData("27600000000000", "chip-number")]
    [InlineData("2760000000000012", "chip-number")]
    [InlineData("27600000000000a", "chip-number")]
    [InlineData("٢٧٦٠٠٠٠٠٠٠٠٠٠٠١", "chip-number")]
    public void A_chip_has_15_digits(string chip, string? code) =>
        Assert.Equal(code, With("\"type\":\"string\",\"format\":\"chip-number\"").Code($"\"{chip}\""));

    [Theory]
    [InlineData("276000000000001", null)]
    [InlineData("27600000000000", "pattern")]
    [InlineData("276000000000001 ", "pattern")]
    [InlineData("٢٧٦٠٠٠٠٠٠٠٠٠٠٠١", "pattern")]
    public void Patterns_mean_what_they_mean_in_a_browser(string chip, string? code) =>
        Assert.Equal(code, With("\"type\":\"string\",\"pattern\":\"^\\\\d{15}$\"").Code($"\"{chip}\""));

    [Theory]
    [InlineData("12", null)]
    [InlineData("124a", null)]
    [InlineData("12 a", null)]
    [InlineData("12-14", null)]
    [InlineData("12/3", null)]
    [InlineData("a12", "pattern")]
    [InlineData("12345", "pattern")]
    public void Brackets_keep_their_escapes(string number, string? code) =>
        Assert.Equal(code, With("\"type\":\"string\",\"pattern\":\"^\\\\d{1,4}( ?[A-Za-z]|[\\\\-/]\\\\d{1,4})?$\"").Code($"\"{number}\""));

    [Fact]
    public void No_text_makes_validation_hang()
    {
        var pattern = With("\"type\":\"string\",\"maxLength\":10000,\"pattern\":\"^(a+)+$\"");
        var marks = string.Concat(Enumerable.Repeat("\u0315\u0300", 500_000));
        var clock = Stopwatch.StartNew();

        Assert.Equal("pattern", pattern.Code($"\"{new string('a', 9_000)}!\""));
        Assert.Equal("too-long", Name.Code($"\"a{marks}\""));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
    }
}
