namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Slashes at once: every refusal, in the contract's order; and what they take from whom.</summary>
public sealed class SlashTables
{
    // Both networks are given all of V, and op all of either.
    private const string Begin = """
        vault V full instant                       ok
        optIn vault op V                           ok
        optIn network op net                       ok
        optIn network op other                     ok
        take net V 0 1e30                          ok
        take other V 0 1e30                        ok
        give curator V net/0 1e30                  ok
        give curator V other/0 1e30                ok
        entrust curator V net/0 op 1e30            ok
        entrust curator V other/0 op 1e30          ok
        """;

    [Fact]
    public void Refusals() => SymbioticScript.Play($"""
        slash alice V net/0 op 1 @281474976710656  EmptyRevert
        vault U full none                          ok
        slash mid U net/0 op 1 0                   EmptyRevert
        vault W full veto                          ok
        slash mid W net/0 op 1 0                   EmptyRevert
        {Begin}
        deposit alice V 100                        ok
        to 150                                     ok
        slash alice V net/0 op 1 @281474976710656  EmptyRevert
        slash alice V net/0 op 1 @281474976710655  NotNetworkMiddleware
        slash othermid V net/0 op 0 0              NotNetworkMiddleware
        slash mid V net/0 op 0 49                  InvalidCaptureTimestamp
        slash mid V net/0 op 0 150                 InvalidCaptureTimestamp
        slash mid V net/0 op 0 @281474976710655    InvalidCaptureTimestamp
        slash mid V net/0 op 0 50                  InsufficientSlash
        slash mid V net/1 op 1 50                  InsufficientSlash
        slash mid V net/0 rival 1 50               InsufficientSlash
        slash mid V net/0 op 1 50                  ok
        slash mid V net/0 op 1 149                 ok
        slash mid V net/0 op 1 148                 InsufficientSlash
        captured V net/0 op                        = 149
        """);

    // An epoch longer than time itself: no second is early enough to be captured.
    [Fact]
    public void An_epoch_from_before_time() => SymbioticScript.Play("""
        vault V full instant epoch:1700000001      ok
        slash mid V net/0 op 1 0                   Panic(0x11)
        pass 1                                     ok
        slash mid V net/0 op 1 0                   InsufficientSlash
        """);

    [Fact]
    public void Before_a_vault_there_was_no_stake() => SymbioticScript.Play($"""
        to 50                                      ok
        {Begin}
        deposit alice V 100                        ok
        to 60                                      ok
        slash mid V net/0 op 1 49                  InsufficientSlash
        slash mid V net/0 op 1 50                  ok
        """);

    [Fact]
    public void One_capture_is_one_budget() => SymbioticScript.Play($"""
        {Begin}
        deposit alice V 100                        ok
        to 10                                      ok
        slash mid V net/0 op 60 5                  ok
        slashable V net/0 op 5                     = 40
        slash mid V net/0 op 60 5                  ok
        cumulative V net/0 op                      = 100
        slash mid V net/0 op 1 5                   InsufficientSlash
        deposit bob V 50                           ok
        slash mid V net/0 op 1 9                   InsufficientSlash
        to 12                                      ok
        slashable V net/0 op 11                    = 50
        slash mid V net/0 op 1e30 11               ok
        cumulative V net/0 op                      = 150
        tokens tC burner                           = 150
        """);

    // Epoch 0 is 0–99. At 120, active 500, the bucket of epoch 1 has 300, that of epoch 2 has 200. Who left
    // in epoch 0 had left before an offence of epoch 1: 70 of 700 fall on 500 and 200.
    [Fact]
    public void A_capture_of_this_epoch_spares_who_left_in_the_last() => SymbioticScript.Play($"""
        {Begin}
        deposit alice V 1000                       ok
        to 10                                      ok
        withdraw alice V 300                       ok
        to 110                                     ok
        withdraw alice V 200                       ok
        to 120                                     ok
        slash mid V net/0 op 70 115                ok
        active V                                   = 450
        bucket V 1                                 = 300
        bucket V 2                                 = 180
        """);

    // 101 of 1,000: ⌊50.5⌋ of active, ⌊20.2⌋ of the next bucket, and 31 that are left.
    [Fact]
    public void A_capture_of_the_last_epoch_takes_from_both_buckets() => SymbioticScript.Play($"""
        {Begin}
        deposit alice V 1000                       ok
        to 10                                      ok
        withdraw alice V 300                       ok
        to 110                                     ok
        withdraw alice V 200                       ok
        to 120                                     ok
        slash mid V net/0 op 101 50                ok
        active V                                   = 450
        bucket V 2                                 = 180
        bucket V 1                                 = 269
        to 200                                     ok
        claim alice V 1 dave                       ok
        tokens tC dave                             = 269
        """);

    // Half of 1 is 0, twice; the bucket that bears the rest is empty, so the next one does.
    [Fact]
    public void Rounding_falls_on_who_has_something() => SymbioticScript.Play($"""
        {Begin}
        deposit alice V 2                          ok
        to 110                                     ok
        withdraw alice V 1                         ok
        slash mid V net/0 op 1 50                  ok
        active V                                   = 1
        bucket V 1                                 = 0
        bucket V 2                                 = 0
        tokens tC burner                           = 1
        """);

    [Fact]
    public void The_rest_falls_on_the_bucket_in_this_epoch() => SymbioticScript.Play($"""
        {Begin}
        deposit alice V 3                          ok
        to 10                                      ok
        withdraw alice V 2                         ok
        slash mid V net/0 op 1 5                   ok
        active V                                   = 1
        bucket V 1                                 = 1
        """);

    [Fact]
    public void Who_comes_after_the_offence_pays_too() => SymbioticScript.Play($"""
        {Begin}
        deposit alice V 100                        ok
        to 10                                      ok
        deposit bob V 100                          ok
        slash mid V net/0 op 100 5                 ok
        worth V alice                              = 50
        worth V bob                                = 50
        stake V net/0 op                           = 100
        """);

    // Two networks have the same 100: the second one's record is of a slash that found nothing.
    [Fact]
    public void The_record_of_a_slash_may_exceed_what_was_there() => SymbioticScript.Play($"""
        {Begin}
        deposit alice V 100                        ok
        to 10                                      ok
        slash mid V net/0 op 80 5                  ok
        slash othermid V other/0 op 80 5           ok
        cumulative V other/0 op                    = 80
        tokens tC burner                           = 100
        slash othermid V other/0 op 80 5           ok
        cumulative V other/0 op                    = 100
        tokens tC burner                           = 100
        active V                                   = 0
        tokens tC V                                = 0
        """);

    [Fact]
    public void Without_a_burner_there_is_no_slash() => SymbioticScript.Play("""
        vault V operator instant burner:nobody     ok
        optIn vault op V                           ok
        optIn network op net                       ok
        take net V 0 100                           ok
        give curator V net/0 100                   ok
        deposit alice V 100                        ok
        to 10                                      ok
        slash mid V net/0 op 1 5                   ERC20:_transfer_to_the_zero_address
        """);

    [Fact]
    public void Another_vault_is_not_touched() => SymbioticScript.Play($"""
        {Begin}
        vault W operator instant                   ok
        optIn vault op W                           ok
        take net W 0 1e30                          ok
        give curator W net/0 1e30                  ok
        deposit alice V 100                        ok
        deposit alice W 100                        ok
        to 10                                      ok
        slash mid V net/0 op 100 9                 ok
        active W                                   = 100
        cumulative W net/0 op                      = 0
        slash mid W net/0 op 30 5                  ok
        active W                                   = 70
        captured V net/0 op                        = 9
        captured W net/0 op                        = 5
        """);

    // Shares outlive what they were of. 1 new asset mints 1 · (10¹⁸ + 1) / (0 + 1), and is worth
    // ⌊(10¹⁸ + 1) · 2 / (2 · 10¹⁸ + 2)⌋ = 1.
    [Fact]
    public void After_a_slash_of_everything_shares_explode() => SymbioticScript.Play($"""
        {Begin}
        deposit alice V 1e18                       ok
        to 2                                       ok
        slash mid V net/0 op 1e30 1                ok
        active V                                   = 0
        activeShares V                             = 1e18
        worth V alice                              = 0
        withdraw alice V 1                         TooMuchWithdraw
        redeem alice V 1e18                        InsufficientRedemption
        deposit bob V 1                            ok
        sharesOf V bob                             = 1000000000000000001
        worth V bob                                = 1
        worth V alice                              = 0
        """);

    // Each round multiplies the shares by 10¹⁸; the fifth would be 10⁹⁰ of them, and 2²⁵⁶ is 10⁷⁷.
    [Fact]
    public void Until_they_do_not_fit() => SymbioticScript.Play($"""
        {Begin}
        deposit alice V 1e18                       ok
        to 2                                       ok
        slash mid V net/0 op 1e30 1                ok
        deposit alice V 1e18                       ok
        to 4                                       ok
        slash mid V net/0 op 1e30 3                ok
        deposit alice V 1e18                       ok
        to 6                                       ok
        slash mid V net/0 op 1e30 5                ok
        deposit alice V 1e18                       ok
        to 8                                       ok
        slash mid V net/0 op 1e30 7                ok
        deposit alice V 1e18                       MathOverflowedMulDiv
        withdraw alice V 1e18                      MathOverflowedMulDiv
        limiting curator V on                      ok
        deposit alice V 1e18                       DepositLimitReached
        limiting curator V off                     ok
        deposit alice V 10000                      ok
        withdraw alice V 10001                     TooMuchWithdraw
        withdraw alice V 10000                     ok
        """);

    // The same in a bucket: everyone leaves, and what left is slashed to nothing, five times in one epoch.
    [Fact]
    public void Shares_of_a_bucket_explode_too() => SymbioticScript.Play($"""
        {Begin}
        deposit alice V 1e18                       ok
        to 2                                       ok
        withdraw alice V 1e18                      ok
        slash mid V net/0 op 1e30 1                ok
        deposit alice V 1e18                       ok
        to 4                                       ok
        withdraw alice V 1e18                      ok
        bucketShares V 1                           = 1000000000000000002000000000000000000
        slash mid V net/0 op 1e30 3                ok
        deposit alice V 1e18                       ok
        to 6                                       ok
        withdraw alice V 1e18                      ok
        slash mid V net/0 op 1e30 5                ok
        deposit alice V 1e18                       ok
        to 8                                       ok
        withdraw alice V 1e18                      ok
        slash mid V net/0 op 1e30 7                ok
        deposit alice V 1e18                       ok
        withdraw alice V 1e18                      MathOverflowedMulDiv
        redeem alice V 1e18                        MathOverflowedMulDiv
        to 100                                     ok
        redeem alice V 1e18                        ok
        """);
}
