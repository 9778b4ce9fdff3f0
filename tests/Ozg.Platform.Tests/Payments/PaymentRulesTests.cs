using CsCheck;
using Ozg.Core.Cases;
using Ozg.Platform.Payments;

namespace Ozg.Platform.Tests.Payments;

public sealed class PaymentRulesTests
{
    [Fact]
    public void A_request_id_is_a_uuid_that_only_its_own_request_has() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 9], Gen.Int[1, 50], Gen.Int[0, 9]).Sample((attempt, repetition, otherAttempt, otherRepetition) =>
        {
            var (one, other) = (IdOf(attempt, repetition), IdOf(otherAttempt, otherRepetition));
            return Guid.Parse(one).Version == 8 && one.Length == 36 && (one == other) == ((attempt, repetition) == (otherAttempt, otherRepetition));
        });

    [Fact]
    public void Cents_are_written_as_euro_with_two_decimals() =>
        Gen.Long[0, PaymentRules.MaxCents].Sample(cents => PaymentRules.Euro(cents) == cents / 100m && PaymentRules.Euro(cents).Scale == 2);

    private static string IdOf(int attempt, int repetition) => PaymentRules.RequestId(CaseId.Derive(new("06411000"), "parking", "key"), "fee", attempt, repetition);
}
