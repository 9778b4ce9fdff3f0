using Ozg.Core;

namespace Ozg.Functions.Access;

/// <summary>No bearer token.</summary>
internal sealed record TokenMissing() : Error.Unauthenticated("token-missing");

/// <summary>A token that is not believed: wrong issuer, audience or signature, or expired.</summary>
internal sealed record TokenInvalid() : Error.Unauthenticated("token-invalid");

/// <summary>A good token without a role in this Kommune that allows this.</summary>
internal sealed record RoleMissing() : Error.Forbidden("role-missing");
