namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Slashes on request: every refusal, in the contract's order; windows; and who resolves.</summary>
/// <remarks>A veto may come for 40 seconds, an epoch takes 100, and a change of resolver 3 epochs.</remarks>
public sealed class VetoTables
{
    private const string Begin = """
        vault V operator veto                      ok
        optIn vault op V                           ok
        optIn network op net                       ok
        take net V 0 1e30                          ok
        give curator V net/0 1e30                  ok
        deposit alice V 1000                       ok
        """;

    // A capture must leave time for a veto before an epoch is over: at 150, from 150 + 40 − 100 = 90.
    [Fact]
    public void Requests() => SymbioticScript.Play($"""
        vault U operator none                      ok
        vault W operator instant                   ok
        request mid U net/0 op 1 0                 EmptyRevert
        request mid W net/0 op 1 0                 EmptyRevert
        execute mid W 0                            EmptyRevert
        veto judge W 0                             EmptyRevert
        resolver net W 0 judge                     EmptyRevert
        {Begin}
        to 150                                     ok
        request alice V net/0 op 0 @281474976710656  EmptyRevert
        request othermid V net/0 op 0 89           NotNetworkMiddleware
        request mid V net/0 op 0 89                InvalidCaptureTimestamp
        request mid V net/0 op 0 150               InvalidCaptureTimestamp
        request mid V net/0 op 0 90                InsufficientSlash
        request mid V net/0 rival 1 90             InsufficientSlash
        request mid V net/1 op 1 90                InsufficientSlash
        request mid V net/0 op 10 90               ok
        request mid V net/0 op 1e30 149            ok
        requested V 0                              = 10
        requested V 1                              = 1000
        """);

    // Request 0 is of second 90: it may be executed from 190, the end of the veto, to 190, an epoch later.
    [Fact]
    public void Execution() => SymbioticScript.Play($"""
        {Begin}
        resolver net V 0 judge                     ok
        to 150                                     ok
        request mid V net/0 op 10 90               ok
        request mid V net/0 op 1e30 149            ok
        execute othermid V 2                       SlashRequestNotExist
        execute othermid V 1e30                    SlashRequestNotExist
        execute othermid V 0                       NotNetworkMiddleware
        to 189                                     ok
        execute mid V 0                            VetoPeriodNotEnded
        to 190                                     ok
        execute mid V 0                            ok
        execute mid V 0                            SlashRequestCompleted
        tokens tC burner                           = 10
        to 191                                     ok
        execute mid V 0                            SlashPeriodEnded
        to 249                                     ok
        execute mid V 1                            ok
        cumulative V net/0 op                      = 1000
        execute mid V 1                            InsufficientSlash
        """);

    [Fact]
    public void Execution_ends_with_an_epoch_after_the_capture() => SymbioticScript.Play($"""
        {Begin}
        to 150                                     ok
        request mid V net/0 op 10 149              ok
        request mid V net/0 op 10 149              ok
        to 249                                     ok
        execute mid V 0                            ok
        to 250                                     ok
        execute mid V 1                            SlashPeriodEnded
        """);

    // A newer capture makes the older request void; what is left of a budget is all that is executed.
    [Fact]
    public void What_is_slashable_at_execution_counts() => SymbioticScript.Play($"""
        {Begin}
        to 150                                     ok
        request mid V net/0 op 600 140             ok
        request mid V net/0 op 600 141             ok
        request mid V net/0 op 600 141             ok
        execute mid V 1                            ok
        execute mid V 0                            InsufficientSlash
        execute mid V 2                            ok
        cumulative V net/0 op                      = 1000
        requested V 2                              = 600
        """);

    [Fact]
    public void Vetoes() => SymbioticScript.Play($"""
        {Begin}
        resolver net V 0 judge                     ok
        to 150                                     ok
        request mid V net/0 op 10 149              ok
        request mid V net/0 op 10 149              ok
        veto alice V 2                             SlashRequestNotExist
        veto alice V 0                             NotResolver
        to 189                                     ok
        veto judge V 0                             ok
        veto judge V 0                             SlashRequestCompleted
        execute mid V 0                            VetoPeriodNotEnded
        to 190                                     ok
        veto alice V 1                             NotResolver
        veto judge V 0                             VetoPeriodEnded
        veto judge V 1                             VetoPeriodEnded
        execute mid V 0                            SlashRequestCompleted
        execute mid V 1                            ok
        tokens tC burner                           = 10
        """);

    [Fact]
    public void A_capture_from_before_the_resolver_cannot_be_vetoed() => SymbioticScript.Play($"""
        {Begin}
        to 100                                     ok
        resolver net V 0 judge                     ok
        to 110                                     ok
        request mid V net/0 op 10 99               ok
        request mid V net/0 op 10 100              ok
        veto judge V 0                             NoResolver
        execute mid V 1                            VetoPeriodNotEnded
        execute mid V 0                            ok
        veto judge V 1                             ok
        """);

    // Each change waits for the start of the epoch after the next two: at 150, of epoch 4. A change that
    // waits gives way to the next one, and naming who is takes it back.
    [Fact]
    public void Changes_of_resolver() => SymbioticScript.Play($"""
        {Begin}
        resolver alice V 79228162514264337593543950336 judge  EmptyRevert
        resolver alice V 0 nobody                  NotNetwork
        resolver net V 0 nobody                    AlreadySet
        to 10                                      ok
        resolver net V 0 judge                     ok
        resolves V net/0 nobody 9                  = 1
        resolves V net/0 judge 10                  = 1
        resolves V net/1 nobody 10                 = 1
        resolver net V 0 judge                     AlreadySet
        to 150                                     ok
        resolver net V 0 bob                       ok
        resolves V net/0 judge 399                 = 1
        resolves V net/0 bob 400                   = 1
        resolver net V 0 bob                       ok
        resolves V net/0 bob 400                   = 1
        to 210                                     ok
        resolver net V 0 carol                     ok
        resolves V net/0 judge 499                 = 1
        resolves V net/0 carol 500                 = 1
        resolver net V 0 judge                     ok
        resolves V net/0 judge 500                 = 1
        resolver net V 0 judge                     AlreadySet
        resolver net V 0 bob                       ok
        to 500                                     ok
        resolver net V 0 bob                       AlreadySet
        resolver net V 0 judge                     ok
        resolves V net/0 bob 799                   = 1
        resolves V net/0 judge 800                 = 1
        """);

    [Fact]
    public void Who_resolved_at_the_capture_vetoes() => SymbioticScript.Play($"""
        {Begin}
        resolver net V 0 judge                     ok
        to 50                                      ok
        resolver net V 0 bob                       ok
        to 310                                     ok
        request mid V net/0 op 10 299              ok
        request mid V net/0 op 10 300              ok
        veto bob V 0                               NotResolver
        veto judge V 1                             NotResolver
        veto judge V 0                             ok
        veto bob V 1                               ok
        """);

    // The removal counts from second 300, and the block before is what is looked at.
    [Fact]
    public void Without_a_resolver_there_is_no_veto() => SymbioticScript.Play($"""
        {Begin}
        resolver net V 0 judge                     ok
        to 50                                      ok
        resolver net V 0 nobody                    ok
        to 300                                     ok
        resolver net V 0 nobody                    AlreadySet
        request mid V net/0 op 10 299              ok
        execute mid V 0                            VetoPeriodNotEnded
        to 301                                     ok
        veto judge V 0                             NoResolver
        execute mid V 0                            ok
        """);

    // 2⁴⁸ − 1 is the last second that the contracts can name.
    [Fact]
    public void Times_that_do_not_fit() => SymbioticScript.Play("""
        vault V operator veto epoch:281474976710655 veto:281474976710654  ok
        vault W operator veto epoch:200000000000000  ok
        vault X operator veto delay:18446744073709551615  ok
        to 10                                      ok
        request mid V net/0 op 1 9                 Panic(0x11)
        request mid W net/0 op 1 9                 Panic(0x11)
        resolver net W 0 judge                     ok
        resolver net W 0 bob                       SafeCastOverflowedUintDowncast
        resolver net W 0 judge                     AlreadySet
        resolver net X 0 judge                     ok
        resolver net X 0 bob                       SafeCastOverflowedUintDowncast
        """);
}
