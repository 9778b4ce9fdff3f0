namespace Ozg.Core.Deadlines;

/// <summary>How a decision went to its addressee.</summary>
public abstract record Dispatch
{
    private Dispatch() { } // closed: every kind is in this file

    /// <summary>An ordinary letter within Germany (§ 41 (2) sentence 1 VwVfG, § 122 (2) Nr. 1 AO).</summary>
    /// <param name="Posted">The day on which the post took it, which is not always the date of the letter.</param>
    public sealed record Post(DateOnly Posted) : Dispatch;

    /// <summary>Sent electronically to an address that the addressee opened for it (§ 41 (2) sentence 2 VwVfG, § 122 (2a) AO).</summary>
    /// <param name="Sent">The day of sending.</param>
    public sealed record Electronic(DateOnly Sent) : Dispatch;

    /// <summary>Put into the mailbox of the addressee's user account (§ 9 (1) OZG), or ready to be fetched from the tax authority (§ 122a AO).</summary>
    /// <param name="Provided">The day of provision, on which the addressee is also notified at the latest.</param>
    public sealed record Mailbox(DateOnly Provided) : Dispatch;

    /// <summary>Ready to be fetched from the authority's own portal (§ 41 (2a) VwVfG).</summary>
    /// <param name="NoticeSent">The day on which the notice was sent that says so.</param>
    public sealed record Portal(DateOnly NoticeSent) : Dispatch;

    /// <summary>Handed over or formally served, with proof (VwZG and the Länder's laws): nothing is presumed.</summary>
    /// <param name="Day">The day that the proof names.</param>
    /// <param name="Source">The kind of service, for example <c>§ 3 VwZG</c>.</param>
    public sealed record Proven(DateOnly Day, string Source) : Dispatch;
}

/// <summary>What is known about the arrival of a decision. In doubt the authority has to prove it (§ 41 (2) sentence 3 VwVfG).</summary>
public abstract record Receipt
{
    private Receipt() { } // closed: every kind is in this file

    /// <summary>Nothing but that it was sent.</summary>
    public sealed record Unknown : Receipt;

    /// <summary>It arrived, or was fetched from the portal, on a day.</summary>
    public sealed record On(DateOnly Day) : Receipt;

    /// <summary>It did not arrive, or nobody can prove that it did though that is in doubt.</summary>
    public sealed record Never : Receipt;
}
