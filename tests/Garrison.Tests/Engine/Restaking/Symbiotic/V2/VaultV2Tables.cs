namespace Garrison.Tests.Engine.Restaking.Symbiotic.V2;

/// <summary>Vaults of version 2: deposits, prices, doors, fees, and leaving at once.</summary>
public sealed class VaultV2Tables
{
    private const string NoVault = "there_is_no_vault_of_version_2_at_this_address";

    // Y takes all: the vault keeps nothing free.
    private const string Lent = """
        add cur V Y                         ok
        limits cur V Y 1e40 1e18            ok
        route cur V Y                       ok
        """;

    [Fact]
    public void Deployment() => VaultV2Script.Play($"""
        deploy V tT cur                     AlreadyDeployed
        deploy X nobody cur                 InvalidAddress
        deploy X tT nobody                  InvalidAddress
        deposit alice X 1                   {NoVault}
        mint alice X 1                      {NoVault}
        withdraw alice X 1                  {NoVault}
        redeem alice X 1                    {NoVault}
        send alice X 1 bob                  {NoVault}
        request alice X 1                   {NoVault}
        give alice X 0 bob                  {NoVault}
        claim X 0                           {NoVault}
        fill X                              {NoVault}
        sweep X                             {NoVault}
        accrue X                            {NoVault}
        cap alice X 1                       {NoVault}
        protocol X 0 0 nobody               {NoVault}
        deploy X tT cur                     ok
        deposit alice X 1                   ok
        """);

    // One share and one asset are virtual.
    // Bob: ⌊300·1001/1501⌋ = ⌊200.06⌋. Carol: ⌈100·1801/1201⌉ = ⌈149.96⌉.
    // Alice: ⌊1000·1951/1301⌋ = ⌊1499.6⌋. Bob's 200 are worth ⌊200·452/301⌋ = ⌊300.3⌋ then, and 299 assets
    // cost ⌈299·301/452⌉ = ⌈199.1⌉ of them.
    [Fact]
    public void Every_rounding_is_for_the_vault() => VaultV2Script.Play("""
        deposit alice V 1000                ok
        shares V alice                      = 1000
        pay payer V 500                     ok
        deposit bob V 300                   ok
        shares V bob                        = 200
        mint carol V 100                    ok
        shares V carol                      = 100
        total V                             = 1950
        redeem alice V 1000                 ok
        balance alice tT                    = 1000000000000000000000000000499
        free V                              = 451
        withdraw bob V 301                  ERC4626ExceededMaxWithdraw
        withdraw bob V 299 carol            ok
        shares V bob                        = 0
        supply V                            = 100
        free V                              = 152
        """);

    // An asset with 6 decimals has 10¹² virtual shares: a price of 1 before there is any share. A share alone
    // costs ⌈1,000,001/(10¹⁸ + 10¹²)⌉ = 1. After it an asset is worth ⌈(10¹⁸ + 1 + 10¹²)/1,000,002⌉ =
    // 999,999,000,002 shares, and one less brings nothing.
    [Fact]
    public void Shares_have_18_decimals() => VaultV2Script.Play("""
        deposit alice W 1e6                 ok
        shares W alice                      = 1e18
        mint alice W 1                      ok
        free W                              = 1000001
        redeem alice W 999999000001         ok
        free W                              = 1000001
        """);

    // Beyond 18 decimals one virtual share stays: shares have the decimals of the asset.
    [Fact]
    public void Shares_have_the_decimals_of_an_asset_with_more() => VaultV2Script.Play("""
        deploy X tI cur 20                  ok
        deposit alice X 7                   ok
        shares X alice                      = 7
        """);

    [Fact]
    public void Refusals_of_deposits() => VaultV2Script.Play("""
        limited cur V yes                   ok
        cap cur V 10                        ok
        deposit dave V 11 nobody            ERC4626ExceededMaxDeposit
        deposit dave V 10 nobody            ERC20:_transfer_amount_exceeds_balance
        deposit alice V 10 nobody           ERC20InvalidReceiver
        mint dave V 11 nobody               ERC4626ExceededMaxMint
        mint dave V 10 nobody               ERC20:_transfer_amount_exceeds_balance
        mint alice V 10 nobody              ERC20InvalidReceiver
        deposit alice V 4                   ok
        pay payer V 5                       ok
        deposit alice V 2                   ERC4626ExceededMaxDeposit
        deposit alice V 1 bob               ok
        limited cur V no                    ok
        deposit alice V 1e20                ok
        """);

    // The sender has to be on the list, whoever gets the shares.
    [Fact]
    public void A_list_of_depositors() => VaultV2Script.Play("""
        closed cur V yes                    ok
        deposit bob V 1 alice               ERC4626ExceededMaxDeposit
        mint bob V 1 alice                  ERC4626ExceededMaxMint
        deposit bob V 0                     ok
        deposit alice V 1 bob               ok
        depositor cur V bob yes             ok
        deposit bob V 1                     ok
        depositor cur V alice no            ok
        deposit alice V 1                   ERC4626ExceededMaxDeposit
        closed cur V no                     ok
        deposit alice V 1                   ok
        """);

    [Fact]
    public void The_curator_s_rights() => VaultV2Script.Play("""
        closed alice V yes                  AccessControlUnauthorizedAccount
        depositor alice V nobody yes        AccessControlUnauthorizedAccount
        depositor cur V nobody yes          InvalidAddress
        limited alice V yes                 AccessControlUnauthorizedAccount
        cap alice V 1                       AccessControlUnauthorizedAccount
        management alice V 1585489600 nobody   AccessControlUnauthorizedAccount
        management cur V 1585489600 nobody  InvalidAddress
        management cur V 1585489600 fees    FeeTooHigh
        management cur V 1585489599 fees    ok
        management cur V 0 nobody           ok
        performance alice V 0.3e18 nobody   AccessControlUnauthorizedAccount
        performance cur V 0.3e18 nobody     InvalidAddress
        performance cur V 200000000000000001 fees   FeeTooHigh
        performance cur V 0.2e18 fees       ok
        protocol V 1585489600 0 nobody      FeeTooHigh
        protocol V 0 200000000000000001 nobody      FeeTooHigh
        protocol V 0 1 nobody               InvalidReceiver
        protocol V 1585489599 0.2e18 dao    ok
        """);

    [Fact]
    public void Refusals_of_leaving_at_once() => VaultV2Script.Play("""
        deposit alice V 100                 ok
        redeem alice V 101                  ERC4626ExceededMaxRedeem
        withdraw alice V 101                ERC4626ExceededMaxWithdraw
        redeem alice V 100 nobody           ERC20:_transfer_to_the_zero_address
        send alice V 101 nobody             ERC20InvalidReceiver
        send alice V 101 bob                ERC20InsufficientBalance
        send alice V 40 bob                 ok
        redeem bob V 40                     ok
        redeem alice V 60                   ok
        supply V                            = 0
        """);

    // What adapters have free comes back by itself; what is lent out does not.
    [Fact]
    public void Leaving_calls_assets_back() => VaultV2Script.Play($"""
        {Lent}
        deposit alice V 100                 ok
        free V                              = 0
        withdraw alice V 30                 ok
        holds Y                             = 70
        lent Y 50                           ok
        withdrawable V                      = 20
        withdraw alice V 21                 ERC20:_transfer_amount_exceeds_balance
        withdraw alice V 20                 ok
        """);

    // A value at a second is the last one of it.
    [Fact]
    public void Balances_have_a_past() => VaultV2Script.Play("""
        deposit alice V 100                 ok
        send alice V 30 bob                 ok
        pass 10                             ok
        send alice V 20 bob                 ok
        redeem bob V 50                     ok
        pass 5                              ok
        sharesAt V alice 5                  = 50
        sharesAt V alice 6                  = 70
        sharesAt V bob 5                    = 0
        sharesAt V bob 15                   = 30
        sharesAt V bob 16                   = 0
        supplyAt V 6                        = 100
        supplyAt V 5                        = 50
        """);

    // Interest 500,000: a fifth is 100,000, at a price without fees ⌊100,000·1,000,001/1,400,001⌋.
    [Fact]
    public void A_fee_on_interest() => VaultV2Script.Play("""
        performance cur V 0.2e18 fees       ok
        deposit alice V 1000000             ok
        pay payer V 500000                  ok
        supply V                            = 1000000
        worth V alice                       = 1400000
        accrue V                            ok
        shares V fees                       = 71428
        accrue V                            ok
        shares V fees                       = 71428
        """);

    // A year of 365 days at the most there is: m = ⌊10¹⁸·31,536,000·1,585,489,599/10¹⁸⌋ =
    // 49,999,999,994,064,000 assets, so ⌊m·(10¹⁸ + 1)/(10¹⁸ − m + 1)⌋ shares.
    [Fact]
    public void A_fee_for_time() => VaultV2Script.Play("""
        management cur V 1585489599 fees    ok
        deposit alice V 1e18                ok
        pass 31536000                       ok
        accrue V                            ok
        shares V fees                       = 52631578940791135
        accrue V                            ok
        shares V fees                       = 52631578940791135
        """);

    // The curator's fifth of 500,000 and the protocol's tenth are taken of the same 1,500,000: without both
    // 1,350,000 are left. ⌊100,000·1,000,001/1,350,001⌋ and ⌊50,000·1,000,001/1,350,001⌋.
    [Fact]
    public void The_protocol_s_fee_holds_from_the_accrual_after_the_next() => VaultV2Script.Play("""
        performance cur V 0.2e18 fees       ok
        deposit alice V 1000000             ok
        protocol V 0 0.1e18 dao             ok
        accrue V                            ok
        shares V dao                        = 0
        pay payer V 500000                  ok
        protocol V 0 0 nobody               ok
        accrue V                            ok
        shares V fees                       = 74074
        shares V dao                        = 37037
        pay payer V 500000                  ok
        accrue V                            ok
        shares V dao                        = 37037
        """);

    // 600,000 are left when somebody looks. The 400,000 that come back are interest then, of which a fifth
    // is taken: ⌊80,000·1,000,001/920,001⌋ shares, though nobody has more than before.
    [Fact]
    public void There_is_no_high_water_mark() => VaultV2Script.Play($"""
        {Lent}
        performance cur V 0.2e18 fees       ok
        deposit alice V 1000000             ok
        loss Y 400000                       ok
        accrue V                            ok
        interest payer Y 400000             ok
        accrue V                            ok
        total V                             = 1000000
        shares V fees                       = 86956
        """);

    // When nobody looks in between there was no loss, and there is no interest.
    [Fact]
    public void A_loss_that_nobody_saw_costs_no_fee() => VaultV2Script.Play($"""
        {Lent}
        performance cur V 0.2e18 fees       ok
        deposit alice V 1000000             ok
        loss Y 400000                       ok
        interest payer Y 400000             ok
        accrue V                            ok
        shares V fees                       = 0
        """);

    [Fact]
    public void A_fee_that_changes_is_due_at_the_old_rate_first() => VaultV2Script.Play("""
        performance cur V 0.2e18 fees       ok
        deposit alice V 1000000             ok
        pay payer V 500000                  ok
        performance cur V 0 nobody          ok
        shares V fees                       = 71428
        pay payer V 500000                  ok
        accrue V                            ok
        supply V                            = 1071428
        """);
}
