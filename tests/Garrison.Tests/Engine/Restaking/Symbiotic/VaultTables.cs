namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>What stakers do with a vault: every refusal, in the contract's order.</summary>
public sealed class VaultTables
{
    [Fact]
    public void Deposits() => SymbioticScript.Play("""
        deposit alice V 0 nobody                   EmptyRevert
        vault V network none whitelisted limited limit:100  ok
        deposit dave V 0 nobody                    InvalidOnBehalfOf
        deposit dave V 1                           NotWhitelistedDepositor
        deposit dave V 1 alice                     NotWhitelistedDepositor
        whitelist curator V dave on                ok
        deposit dave V 1                           ERC20:_transfer_amount_exceeds_balance
        deposit dave V 0                           InsufficientDeposit
        whitelist curator V alice on               ok
        deposit alice V 101                        DepositLimitReached
        deposit alice V 100 bob                    ok
        sharesOf V bob                             = 100
        sharesOf V alice                           = 0
        deposit alice V 1                          DepositLimitReached
        limiting curator V off                     ok
        deposit alice V 1                          ok
        whitelisting curator V off                 ok
        deposit carol V 1                          ok
        active V                                   = 102
        """);

    [Fact]
    public void The_limit_is_on_active_stake_alone() => SymbioticScript.Play("""
        vault V network none limited limit:100     ok
        deposit alice V 100                        ok
        withdraw alice V 60                        ok
        deposit bob V 61                           DepositLimitReached
        deposit bob V 60                           ok
        active V                                   = 100
        total V                                    = 160
        limit curator V 99                         ok
        active V                                   = 100
        withdraw alice V 1                         ok
        deposit bob V 1                            DepositLimitReached
        """);

    [Fact]
    public void Withdrawals() => SymbioticScript.Play("""
        withdraw alice V 0 nobody                  EmptyRevert
        redeem alice V 0 nobody                    EmptyRevert
        vault V network none                       ok
        withdraw alice V 0 nobody                  InvalidClaimer
        withdraw alice V 0                         InsufficientWithdrawal
        withdraw alice V 1                         TooMuchWithdraw
        redeem alice V 1 nobody                    InvalidClaimer
        redeem alice V 1                           TooMuchRedeem
        redeem alice V 0                           InsufficientRedemption
        deposit alice V 100                        ok
        withdraw bob V 1                           TooMuchWithdraw
        withdraw alice V 101                       TooMuchWithdraw
        withdraw alice V 40 bob                    ok
        active V                                   = 60
        bucket V 0                                 = 0
        bucket V 1                                 = 40
        leaving V 1 bob                            = 40
        leaving V 1 alice                          = 0
        redeem alice V 61                          TooMuchRedeem
        redeem alice V 60                          ok
        activeShares V                             = 0
        bucketShares V 1                           = 100
        slashableOf V alice                        = 60
        slashableOf V bob                          = 40
        """);

    // An epoch takes 100 seconds: what leaves at second 0 waits 200 of them, what leaves at 99 only 101.
    [Fact]
    public void Claims_begin_with_the_epoch_after_the_next() => SymbioticScript.Play("""
        claim alice V 1 nobody                     EmptyRevert
        claims alice V nobody                      EmptyRevert
        vault V network none                       ok
        deposit alice V 100                        ok
        withdraw alice V 10                        ok
        to 99                                      ok
        withdraw alice V 10                        ok
        epoch V                                    = 0
        to 100                                     ok
        epoch V                                    = 1
        withdraw alice V 5                         ok
        bucket V 1                                 = 20
        bucket V 2                                 = 5
        to 199                                     ok
        claim alice V 1 nobody                     InvalidRecipient
        claim alice V 1                            InvalidEpoch
        claims alice V nobody                      InvalidRecipient
        claims alice V alice                       InvalidLengthEpochs
        claims alice V alice 1                     InvalidEpoch
        to 200                                     ok
        claim alice V 2                            InvalidEpoch
        claim alice V 1e30                         InvalidEpoch
        claim alice V 0                            InsufficientClaim
        claim bob V 1                              InsufficientClaim
        claim alice V 1 dave                       ok
        tokens tC dave                             = 20
        claim alice V 1                            AlreadyClaimed
        leaving V 1 alice                          = 20
        to 300                                     ok
        claims alice V dave 2 1                    AlreadyClaimed
        claims alice V dave 2 2                    AlreadyClaimed
        claims alice V dave 2 3                    InvalidEpoch
        claims alice V dave 2 0                    InsufficientClaim
        claims alice V dave 2                      ok
        tokens tC dave                             = 25
        tokens tC V                                = 75
        """);

    [Fact]
    public void A_gift_belongs_to_nobody() => SymbioticScript.Play("""
        vault V network none                       ok
        deposit alice V 100                        ok
        donate bob V 1e18                          ok
        active V                                   = 100
        worth V alice                              = 100
        deposit bob V 50                           ok
        sharesOf V bob                             = 50
        """);

    // Half is slashed, so 100 shares are of 50. To withdraw 1 burns ⌈1 · 101 / 51⌉ = 2, to deposit 1 mints
    // ⌊1 · 99 / 50⌋ = 1, and that is worth ⌊1 · 51 / 100⌋ = 0.
    [Fact]
    public void Every_rounding_is_against_who_moves() => SymbioticScript.Play("""
        vault V operator instant                   ok
        optIn vault op V                           ok
        optIn network op net                       ok
        take net V 0 100                           ok
        give curator V net/0 100                   ok
        deposit alice V 100                        ok
        to 10                                      ok
        slash mid V net/0 op 50 5                  ok
        withdraw alice V 1                         ok
        sharesOf V alice                           = 98
        active V                                   = 49
        deposit bob V 1                            ok
        sharesOf V bob                             = 1
        worth V bob                                = 0
        redeem bob V 1                             InsufficientRedemption
        withdraw bob V 1                           TooMuchWithdraw
        """);

    // 2,000 shares of the token are worth 3,000. To move 100 moves ⌊100 · 2 / 3⌋ = 66 shares, worth 99 where
    // they land; to move 1 moves none.
    [Fact]
    public void What_arrives_counts() => SymbioticScript.Play("""
        rebasing tR                                ok
        mint tR alice 1000                         ok
        mint tR bob 1000                           ok
        rebase tR 3000                             ok
        vault V network none collateral:tR limited limit:99  ok
        deposit alice V 1                          InsufficientDeposit
        deposit alice V 100                        ok
        active V                                   = 99
        sharesOf V alice                           = 99
        """);

    // The vault keeps its books in amounts. At half the worth, 66 shares are 33 and cannot pay 99; at three
    // times, they are 198, and 33 of them pay.
    [Fact]
    public void A_rebase_does_not_reach_the_books() => SymbioticScript.Play("""
        rebasing tR                                ok
        mint tR alice 1000                         ok
        mint tR bob 1000                           ok
        rebase tR 3000                             ok
        vault V network none collateral:tR         ok
        deposit alice V 100                        ok
        withdraw alice V 99                        ok
        rebase tR 1000                             ok
        to 200                                     ok
        claim alice V 1                            ERC20:_transfer_amount_exceeds_balance
        rebase tR 6000                             ok
        claim alice V 1                            ok
        tokens tR V                                = 99
        """);

    [Fact]
    public void Transfers_of_shares() => SymbioticScript.Play("""
        send alice V bob 0                         EmptyRevert
        vault U network none                       ok
        deposit alice U 100                        ok
        send alice U bob 1                         EmptyRevert
        vault V network none tokenised             ok
        deposit alice V 100                        ok
        send alice V nobody 101                    ERC20InvalidReceiver
        send alice V bob 101                       ERC20InsufficientBalance
        send alice V alice 101                     ERC20InsufficientBalance
        send alice V alice 100                     ok
        sharesOf V alice                           = 100
        send alice V alice 60                      ok
        sharesOf V alice                           = 100
        send carol V bob 0                         ok
        to 10                                      ok
        send alice V bob 40                        ok
        sharesOf V alice                           = 60
        sharesOf V bob                             = 40
        activeShares V                             = 100
        sharesOfAt V alice 9                       = 100
        sharesOfAt V bob 9                         = 0
        sharesOfAt V bob 10                        = 40
        redeem alice V 61                          TooMuchRedeem
        redeem bob V 40                            ok
        activeShares V                             = 60
        """);

    // The second of several values of one second counts, and so does the last of an earlier one.
    [Fact]
    public void The_past_is_read_at_the_end_of_a_second() => SymbioticScript.Play("""
        vault V network none                       ok
        to 5                                       ok
        deposit alice V 100                        ok
        deposit alice V 50                         ok
        to 8                                       ok
        withdraw alice V 70                        ok
        activeAt V 4                               = 0
        activeAt V 5                               = 150
        activeAt V 7                               = 150
        activeAt V 8                               = 80
        worthAt V alice 4                          = 0
        worthAt V alice 7                          = 150
        worthAt V alice 8                          = 80
        """);

    [Fact]
    public void Settings() => SymbioticScript.Play("""
        vault V network none                       ok
        whitelisting alice V off                   AccessControlUnauthorizedAccount
        whitelisting curator V off                 AlreadySet
        whitelisting curator V on                  ok
        whitelisting curator V on                  AlreadySet
        whitelist alice V nobody off               AccessControlUnauthorizedAccount
        whitelist curator V nobody off             InvalidAccount
        whitelist curator V bob off                AlreadySet
        whitelist curator V bob on                 ok
        whitelist curator V bob on                 AlreadySet
        limiting alice V off                       AccessControlUnauthorizedAccount
        limiting curator V off                     AlreadySet
        limiting curator V on                      ok
        limiting curator V on                      AlreadySet
        deposit bob V 1                            DepositLimitReached
        limit alice V 0                            AccessControlUnauthorizedAccount
        limit curator V 0                          AlreadySet
        limit curator V 1                          ok
        deposit bob V 1                            ok
        whitelist curator V bob off                ok
        deposit bob V 1                            NotWhitelistedDepositor
        """);

    [Fact]
    public void Role_holders() => SymbioticScript.Play("""
        vault V network none                       ok
        vault W network none                       ok
        grant alice V DEPOSIT_LIMIT_SET_ROLE alice AccessControlUnauthorizedAccount
        grant curator V DEPOSIT_LIMIT_SET_ROLE alice  ok
        grant curator V DEPOSIT_LIMIT_SET_ROLE alice  ok
        limit alice V 7                            ok
        limit alice W 7                            AccessControlUnauthorizedAccount
        give alice V net/0 7                       AccessControlUnauthorizedAccount
        revoke alice V DEPOSIT_LIMIT_SET_ROLE alice   AccessControlUnauthorizedAccount
        revoke curator V DEPOSIT_LIMIT_SET_ROLE alice  ok
        limit alice V 8                            AccessControlUnauthorizedAccount
        renounce curator V DEPOSIT_LIMIT_SET_ROLE  ok
        limit curator V 8                          AccessControlUnauthorizedAccount
        grant curator V ADMIN bob                  ok
        renounce curator V ADMIN                   ok
        grant curator V DEPOSIT_LIMIT_SET_ROLE bob AccessControlUnauthorizedAccount
        grant bob V DEPOSIT_LIMIT_SET_ROLE bob     ok
        limit bob V 8                              ok
        grant bob W DEPOSIT_LIMIT_SET_ROLE bob     AccessControlUnauthorizedAccount
        grant bob V.delegator NETWORK_LIMIT_SET_ROLE bob  AccessControlUnauthorizedAccount
        """);
}
