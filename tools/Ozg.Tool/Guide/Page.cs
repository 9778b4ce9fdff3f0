using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ozg.Tool.Guide;

/// <summary>A chapter as a page for browsers, from its Markdown.</summary>
internal static class Page
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().Build();

    public static string Of(string title, string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (!link.IsImage && link.Url?.EndsWith(".md", StringComparison.Ordinal) == true)
                link.Url = link.Url[..^3] + ".html";
            if (link is { IsImage: true, Parent.ParentBlock: { } paragraph })
            {
                paragraph.GetAttributes().AddClass("picture");
                paragraph.GetAttributes().AddProperty("tabindex", "0"); // what scrolls can be scrolled with the keyboard
            }
        }

        var body = document.ToHtml(Pipeline).ReplaceLineEndings("\n")
            .Replace("<table>", "<div class=\"scroll\" tabindex=\"0\" role=\"group\">\n<table>", StringComparison.Ordinal)
            .Replace("</table>", "</table>\n</div>", StringComparison.Ordinal)
            .Replace("<th>", "<th scope=\"col\">", StringComparison.Ordinal);
        return Template.Fill("page.html", new Dictionary<string, string> { ["title"] = System.Net.WebUtility.HtmlEncode(title), ["body"] = body });
    }
}
