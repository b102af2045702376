namespace Garrison.Tests.Engine.Restaking.Symbiotic.V2;

/// <summary>Lanes and markets: what outside facts do to a vault.</summary>
public sealed class LiquidLaneTables
{
    private const string NoAdapter = "there_is_no_adapter_of_this_kind_at_this_address";

    // A token is worth 0.9 assets, and the vault pays a hundredth less: ⌊900·0.99⌋ = 891 for 1000.
    private const string Open = """
        add cur V Y                         ok
        add cur V L                         ok
        limits cur V Y 1e40 1e18            ok
        limits cur V L 1e40 0.9e18          ok
        route cur V L Y                     ok
        token cur L tI                      ok
        tokenLimit cur L tI 2000            ok
        discount cur L tI 10000             ok
        price L tI 0.9e18                   ok
        deposit alice V 1000                ok
        """;

    [Fact]
    public void The_owner_s_rights() => VaultV2Script.Play($"""
        token alice X tI                    {NoAdapter}
        token alice L tI                    OwnableUnauthorizedAccount
        tokenLimit alice L tI 1             OwnableUnauthorizedAccount
        tokenLimit cur L tI 1               InvalidTokenToRedeem
        untoken alice L tI                  OwnableUnauthorizedAccount
        untoken cur L tI                    InvalidTokenToRedeem
        discount alice L tI 1000001         OwnableUnauthorizedAccount
        discount cur L tI 1000001           InvalidDiscount
        maker alice L alice                 OwnableUnauthorizedAccount
        filler alice L alice yes            InvalidCaller
        filler cur X alice yes              {NoAdapter}
        price X tI 1                        {NoAdapter}
        token cur L tI                      ok
        token cur L tI                      InvalidTokenToRedeem
        untoken cur L tI                    ok
        token cur L tI                      ok
        """);

    [Fact]
    public void There_are_at_most_15_tokens() => VaultV2Script.Play(
        string.Concat(Enumerable.Range(0, 16).Select(static i => $"""
            token cur L coin{i}             {(i < 15 ? "ok" : "TooManyTokensToRedeem")}

            """)));

    [Fact]
    public void Refusals_in_order() => VaultV2Script.Play($"""
        exchange alice X tX 1 1             {NoAdapter}
        exchange alice L tX 1000 892        InvalidAccount
        exchange cur L tX 1000 892          InvalidTokenToRedeem
        {Open}
        price L tI 0                        ok
        exchange cur L tI 1000 892          InvalidOracle
        price L tI 0.9e18                   ok
        tokenLimit cur L tI 890             ok
        exchange cur L tI 1000 892          InvalidSwapRate
        exchange cur L tI 1000 891          LimitExceeded
        tokenLimit cur L tI 891             ok
        limits cur V L 890 1e18             ok
        exchange cur L tI 1000 891          InsufficientAllocate
        limits cur V L 891 1e18             ok
        exchange cur L tI 1000 891          ERC20:_transfer_amount_exceeds_balance
        pay issuer L 1000 tI                ok
        exchange cur L tI 1000 891 nobody   ERC20:_transfer_to_the_zero_address
        exchange cur L tI 1000 891 carol    ok
        """);

    [Fact]
    public void Who_swaps() => VaultV2Script.Play($"""
        {Open}
        pay issuer L 1000 tI                ok
        exchange bob L tI 1 0               InvalidAccount
        maker cur L bob                     ok
        exchange bob L tI 1 0               ok
        exchange carol L tI 1 0             InvalidAccount
        filler bob L carol yes              ok
        exchange carol L tI 1 0             ok
        maker cur L alice                   ok
        exchange carol L tI 1 0             InvalidAccount
        """);

    // The vault pays 891 that it takes back from Y, and holds tokens worth 900: the discount is interest.
    // The issuer pays 905 for them, which come home with the next sweep.
    [Fact]
    public void A_swap_earns_the_discount() => VaultV2Script.Play($"""
        {Open}
        payout L tI 1000                    = 891
        holds L                             = 0
        holds Y                             = 1000
        pay issuer L 1000 tI                ok
        exchange cur L tI 1000 891 carol    ok
        balance carol tT                    = 1000000000000000000000000000891
        balance accounttI tI                = 1000
        holds Y                             = 109
        holds L                             = 900
        total V                             = 1009
        untoken cur L tI                    AccountHasAssets
        settle issuer L tI 1001 905         ERC20:_transfer_amount_exceeds_balance
        settle issuer L tI 1000 905         ok
        total V                             = 1014
        withdrawable V                      = 1014
        sweep V                             ok
        free V                              = 905
        untoken cur L tI                    ok
        """);

    // Those who wait come before those who swap.
    [Fact]
    public void A_lane_is_shut_while_somebody_waits() => VaultV2Script.Play($"""
        {Open}
        pay issuer L 1000 tI                ok
        lent Y 900                          ok
        request alice V 200                 ok
        exchange cur L tI 10 8              InsufficientAllocate
        lent Y 500                          ok
        exchange cur L tI 10 8              ok
        """);

    // 10¹⁸ units are one token, worth 1.05 of an asset with 6 decimals; half a token and a unit round down
    // twice: ⌊(5·10¹⁷ + 1)·1.05·10⁶/10¹⁸⌋ = 525,000 and ⌊525,000·0.999999⌋ = ⌊524,999.475⌋.
    [Fact]
    public void Units_differ() => VaultV2Script.Play("""
        lane M W cur                        ok
        token cur M tI                      ok
        price M tI 1.05e18                  ok
        payout M tI 1e18                    = 1050000
        discount cur M tI 1                 ok
        payout M tI 1e18                    = 1049998
        payout M tI 500000000000000001      = 524999
        discount cur M tI 1000000           ok
        payout M tI 1e18                    = 0
        """);

    // The price falls to half: what the lane holds is the vault's loss.
    [Fact]
    public void The_vault_bears_the_price() => VaultV2Script.Play($"""
        {Open}
        pay issuer L 1000 tI                ok
        exchange cur L tI 1000 800 carol    ok
        total V                             = 1100
        price L tI 0.45e18                  ok
        total V                             = 650
        worth V alice                       = 650
        """);

    // Neither limits nor routes give a lane assets outside of a swap.
    [Fact]
    public void A_lane_takes_nothing_by_itself() => VaultV2Script.Play($"""
        {Open}
        allocateExact cur V L 100           ok
        holds L                             = 0
        balance L tT                        = 0
        """);

    [Fact]
    public void A_market_pays_and_loses() => VaultV2Script.Play($"""
        interest payer X 1                  {NoAdapter}
        loss X 1                            {NoAdapter}
        lent X 1                            {NoAdapter}
        {Open}
        interest payer Y 100                ok
        total V                             = 1100
        loss Y 1101                         ERC20:_transfer_amount_exceeds_balance
        loss Y 600                          ok
        total V                             = 500
        lent Y 450                          ok
        withdrawable V                      = 50
        pay payer Y 5                       ok
        withdrawable V                      = 55
        lent Y 1000                         ok
        withdrawable V                      = 5
        """);
}
