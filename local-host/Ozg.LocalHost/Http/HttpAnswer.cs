using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace Ozg.Hosting.Http;

/// <summary>Makes a response of what a function returned.</summary>
internal static class HttpAnswer
{
    public static Task WriteAsync(HttpContext http, object? result) => result switch
    {
        null => Task.CompletedTask, // The function wrote it itself, or has nothing to say.
        IResult answer => answer.ExecuteAsync(http),
        IActionResult answer => answer.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        string text => Results.Text(text).ExecuteAsync(http),
        _ when HttpResultOf(result.GetType()) is { } property => WriteAsync(http, property.GetValue(result)),
        _ => http.Response.WriteAsJsonAsync(result, result.GetType(), http.RequestAborted),
    };

    private static PropertyInfo? HttpResultOf(Type type) =>
        type.GetProperties().FirstOrDefault(property => property.IsDefined(typeof(HttpResultAttribute)));
}
