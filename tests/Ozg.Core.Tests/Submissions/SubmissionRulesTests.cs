using CsCheck;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;

namespace Ozg.Core.Tests.Submissions;

public sealed class SubmissionRulesTests
{
    private static readonly Attachment File = new("a.pdf", "proof", "application/pdf", 5, new string('a', 64), "blob");

    [Fact]
    public void Another_byte_another_name_or_another_kind_make_another_content()
    {
        var content = ContentHash.Of("{}"u8, [File]);

        Assert.NotEqual(content, ContentHash.Of("{ }"u8, [File]));
        Assert.NotEqual(content, ContentHash.Of("{}"u8, [File with { Name = "b.pdf" }]));
        Assert.NotEqual(content, ContentHash.Of("{}"u8, [File with { Kind = "photo" }]));
        Assert.NotEqual(content, ContentHash.Of("{}"u8, [File with { Sha256 = new string('b', 64) }]));
        Assert.NotEqual(content, ContentHash.Of("{}"u8, []));
    }

    [Fact]
    public void Where_a_file_is_stored_does_not_count() =>
        Assert.Equal(ContentHash.Of("{}"u8, [File]), ContentHash.Of("{}"u8, [File with { Blob = "elsewhere" }]));

    [Fact]
    public void A_reference_names_kommune_and_year_and_eight_letters()
    {
        var id = CaseId.Derive(new("06411000"), "dog-tax", "key");

        Assert.Matches("^DA-2026-[0-9A-Z]{4}-[0-9A-Z]{4}$", CaseReference.For("DA", id, new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("%PDF-1.7", "application/pdf")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "image/jpeg")]
    [InlineData("\u0089PNG\r\n\u001A\n", "image/png")]
    [InlineData("MZ\u0090", null)]
    [InlineData("<svg xmlns", null)]
    [InlineData("", null)]
    public void A_file_is_what_its_first_bytes_say(string head, string? mediaType) =>
        Assert.Equal(mediaType, MediaTypes.Recognise(System.Text.Encoding.Latin1.GetBytes(head)));

    [Fact]
    public void Waits_double_up_to_the_longest() =>
        Gen.Int[1, 500].Sample(tries =>
        {
            var wait = RetrySchedule.WaitAfter(tries, TimeSpan.FromSeconds(10), TimeSpan.FromHours(1));
            return wait >= TimeSpan.FromSeconds(10) && wait <= TimeSpan.FromHours(1)
                && (tries == 1 || wait >= RetrySchedule.WaitAfter(tries - 1, TimeSpan.FromSeconds(10), TimeSpan.FromHours(1)));
        });
}
