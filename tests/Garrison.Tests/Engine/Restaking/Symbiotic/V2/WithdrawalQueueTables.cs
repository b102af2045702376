namespace Garrison.Tests.Engine.Restaking.Symbiotic.V2;

/// <summary>The queue: who comes first, at which price, and what can be claimed.</summary>
public sealed class WithdrawalQueueTables
{
    private const string Lent = """
        add cur V Y                         ok
        limits cur V Y 1e40 1e18            ok
        route cur V Y                       ok
        deposit alice V 1000                ok
        deposit bob V 1000                  ok
        """;

    [Fact]
    public void Refusals() => VaultV2Script.Play($"""
        {Lent}
        request alice V 0 nobody            ZeroShares
        request alice V 1001 nobody         ERC20InsufficientBalance
        request alice V 1000 nobody         ERC721InvalidReceiver
        claim V 0                           ERC721NonexistentToken
        request alice V 10 carol            ok
        give alice V 0 nobody               ERC721InvalidReceiver
        give alice V 1 bob                  ERC721NonexistentToken
        give alice V 0 bob                  ERC721InsufficientApproval
        give carol V 0 bob                  ok
        balance bob tT                      = 999999999999999999999999999000
        claim V 0                           ok
        balance bob tT                      = 999999999999999999999999999010
        claim V 0                           ok
        balance bob tT                      = 999999999999999999999999999010
        """);

    // With 100 in reach 100 shares are redeemed at the price of 1. Then interest: 2090 assets, 1900 shares.
    // 190 in reach buy ⌊190·1901/2091⌋ = ⌊172.7⌋ shares, which bring ⌊172·2091/1901⌋ = ⌊189.2⌋. At last the
    // other 528 bring ⌊528·1902/1729⌋ = ⌊580.8⌋. Alice's last 28 of them get ⌊28·580/528⌋ = ⌊30.8⌋ and bob's
    // 500 what is left of 580: nothing is lost between them.
    [Fact]
    public void Fills_are_shared_out_in_order() => VaultV2Script.Play($"""
        {Lent}
        lent Y 1900                         ok
        request alice V 300                 ok
        filled V                            = 100
        claimable V 0                       = 100
        request bob V 500                   ok
        claimable V 1                       = 0
        interest payer Y 190                ok
        pending V                           = 769
        sweep V                             ok
        filled V                            = 272
        free V                              = 1
        claimable V 0                       = 289
        claimableShares V 0                 = 272
        claimable V 1                       = 0
        claim V 0                           ok
        claimable V 0                       = 0
        lent Y 0                            ok
        sweep V                             ok
        pendingShares V                     = 0
        claimable V 0                       = 30
        claimable V 1                       = 550
        claim V 1                           ok
        claim V 0                           ok
        balance wqV tT                      = 0
        """);

    // The halves of one fill of 3 assets for 2 shares are ⌊1.5⌋ and the rest.
    [Fact]
    public void A_fill_is_a_straight_line() => VaultV2Script.Play("""
        add cur V Y                         ok
        limits cur V Y 1e40 1e18            ok
        route cur V Y                       ok
        deposit alice V 9                   ok
        interest payer Y 5                  ok
        lent Y 14                           ok
        request alice V 1                   ok
        request alice V 1                   ok
        lent Y 0                            ok
        sweep V                             ok
        filled V                            = 2
        balance wqV tT                      = 3
        claimable V 0                       = 1
        claimable V 1                       = 2
        """);

    // A loss while shares wait is theirs as well; so is interest.
    [Fact]
    public void Who_waits_bears_losses_and_earns() => VaultV2Script.Play($"""
        {Lent}
        lent Y 1e9                          ok
        request alice V 1000                ok
        pending V                           = 1000
        loss Y 1000                         ok
        pending V                           = 500
        interest payer Y 200                ok
        pending V                           = 600
        lent Y 0                            ok
        fill V                              ok
        claimable V 0                       = 600
        loss Y 600                          ok
        claimable V 0                       = 600
        worth V bob                         = 0
        """);

    [Fact]
    public void Nobody_passes_those_who_wait() => VaultV2Script.Play($"""
        {Lent}
        lent Y 1900                         ok
        request alice V 300                 ok
        withdraw bob V 1                    PendingWithdrawalQueue
        redeem bob V 1                      PendingWithdrawalQueue
        pay payer V 199                     ok
        redeem bob V 1                      PendingWithdrawalQueue
        lent Y 1800                         ok
        redeem bob V 1                      ok
        pendingShares V                     = 0
        """);

    // A deposit pays those who wait before anything is put to use, and a small one only them.
    [Fact]
    public void Nothing_is_allocated_while_somebody_waits() => VaultV2Script.Play($"""
        {Lent}
        lent Y 1e9                          ok
        request alice V 300                 ok
        deposit carol V 100                 ok
        pendingShares V                     = 200
        holds Y                             = 2000
        allocate cur V Y 100                ok
        allocateAll cur V 100               ok
        allocateExact cur V Y 100           ok
        holds Y                             = 2000
        deposit carol V 250                 ok
        pendingShares V                     = 0
        holds Y                             = 2050
        """);

    // 10 buy ⌊10·2001/2011⌋ shares, which bring ⌊9·2011/2001⌋. The asset that is left buys none.
    [Fact]
    public void Anyone_fills() => VaultV2Script.Play($"""
        {Lent}
        lent Y 1e9                          ok
        request alice V 300                 ok
        fill V                              ok
        filled V                            = 0
        pay payer V 10                      ok
        fill V                              ok
        filled V                            = 9
        free V                              = 1
        fill V                              ok
        filled V                            = 9
        """);
}
