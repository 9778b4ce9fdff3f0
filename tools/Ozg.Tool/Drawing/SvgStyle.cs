namespace Ozg.Tool.Drawing;

/// <summary>The colours and letters of a picture. Every text has a contrast of at least 4.5 to 1, light and dark (WCAG 1.4.3).</summary>
internal static class SvgStyle
{
    // Printers and programs without media queries get the light one.
    public const string Text = """

        text { font-family: "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; fill: #1b1f24; }
        .title { font-size: 24px; font-weight: 600; }
        .name { font-size: 14px; font-weight: 600; }
        .label { font-size: 14px; }
        .note { font-size: 12px; }
        .small { font-size: 11px; }
        .answer { font-size: 12px; font-weight: 600; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; }
        .paper { fill: #ffffff; }
        .lane { stroke: #8b949e; fill: #ffffff; }
        .lane.system, .lane.backoffice { fill: #f5f7fa; }
        .head { stroke: #8b949e; }
        .head.citizen { fill: #5a9a4b; }
        .head.office { fill: #d99a1c; }
        .head.system { fill: #4a7fb5; }
        .head.backoffice { fill: #8a6bb3; }
        .way { fill: none; stroke: #4a525c; stroke-width: 1.6; }
        .tip { fill: #4a525c; }
        .task { stroke-width: 1.6; }
        .task.citizen { fill: #e9f5e4; stroke: #3f7a31; }
        .task.office { fill: #fff3d6; stroke: #9a6a00; }
        .task.system { fill: #e5effa; stroke: #2f6299; }
        .task.backoffice { fill: #efe8f8; stroke: #6a4a94; }
        .gateway { fill: #ffffff; stroke: #4a525c; stroke-width: 1.6; }
        .sign { fill: none; stroke: #4a525c; stroke-width: 3; }
        .event { fill: #ffffff; stroke: #4a525c; stroke-width: 1.8; }
        .event.end { stroke-width: 3.4; }
        .event.good { fill: #d6efcc; stroke: #2f6f21; }
        .event.bad { fill: #fbdcd8; stroke: #a4262c; }
        .ring { fill: none; stroke: #4a525c; stroke-width: 1.2; }
        .gentle { stroke-dasharray: 4 3; }
        .icon { fill: none; stroke: #4a525c; stroke-width: 1.4; stroke-linejoin: round; }
        .icon.full { fill: #b8c2cc; }
        @media screen and (prefers-color-scheme: dark) {
          text { fill: #e8ecf1; }
          .answer { stroke: #14181d; }
          .paper, .lane, .gateway, .event { fill: #14181d; }
          .lane, .head { stroke: #57606a; }
          .lane.system, .lane.backoffice { fill: #1a2027; }
          .way, .gateway, .sign, .event, .ring, .icon { stroke: #aeb8c2; }
          .tip { fill: #aeb8c2; }
          .task.citizen { fill: #1d3318; stroke: #7fc26d; }
          .task.office { fill: #3a2c08; stroke: #e0a93a; }
          .task.system { fill: #14293f; stroke: #6ba6de; }
          .task.backoffice { fill: #2b2140; stroke: #b294dd; }
          .event.good { fill: #1d3318; stroke: #7fc26d; }
          .event.bad { fill: #451a1c; stroke: #f08a8f; }
          .icon.full { fill: #57606a; }
        }

        """;
}
