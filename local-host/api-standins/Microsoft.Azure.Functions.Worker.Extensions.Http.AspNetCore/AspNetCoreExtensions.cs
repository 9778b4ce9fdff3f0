using Microsoft.AspNetCore.Http;
using Ozg.ApiStandins;

namespace Microsoft.Azure.Functions.Worker
{
    public static class FunctionContextExtensions
    {
        // The official package puts the HttpContext under this key, so tests and hosts can do so too.
        private const string HttpContextKey = "HttpRequestContext";

        /// <returns>Null unless an HTTP trigger started the function.</returns>
        public static HttpContext? GetHttpContext(this FunctionContext context) =>
            context.Items.TryGetValue(HttpContextKey, out var found) ? found as HttpContext : null;
    }
}

namespace Microsoft.Azure.Functions.Worker.Builder
{
    public static class FunctionsApplicationBuilderAspNetCoreExtensions
    {
        public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) =>
            throw StandIn.Unsupported();
    }
}
