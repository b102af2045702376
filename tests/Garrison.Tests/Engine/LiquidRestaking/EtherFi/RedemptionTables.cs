namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>Leaving at once: every refusal, in the contract's order, and what is paid.</summary>
public sealed class RedemptionTables
{
    // 100 eETH at 1: the receiver gets 99; of the fee of 1, half goes to the treasury and half is burned,
    // so 900 ether stay with 899.5 shares of others and 0.5 of the treasury:
    // 901 - 0.5 = 900.5 shares for 901 ether.
    [Fact]
    public void Redeeming_for_ether() => EtherFiScript.Play("""
        deposit alice 1000e18                    ok
        pause multisig rm                        ok
        barForGood multisig alice                ok
        barForGood multisig bob                  ok
        redeem alice 1e30 bob ETHER              ContractPaused
        unpause multisig rm                      ok
        pauseUntil guardian rm                   ok
        redeem alice 1e30 bob ETHER              ContractPausedUntil
        unpauseUntil multisig rm                 ok
        redeem alice 1e30 bob ETHER              BlacklistedUser
        unbar multisig alice                     ok
        redeem alice 1e30 bob ETHER              BlacklistedUser
        unbar multisig bob                       ok
        redeem alice 1001e18 bob ETHER           InsufficientBalance
        watermark timelock ETHER 5000            ok
        redeemable ETHER                         = 500e18
        redeem alice 501e18 bob ETHER            ExceededRedeemable
        watermark timelock ETHER 0               ok
        approve alice rm 1                       ok
        redeem alice 100e18 bob ETHER            TransferAmountExceedsAllowance
        approve alice rm 1e60                    ok
        redeem alice 0 bob ETHER                 InvalidAmount
        redeem alice 100e18 mule ETHER           TransferFailed
        pause multisig lp                        ok
        redeem alice 100e18 bob ETHER            ContractPaused
        unpause multisig lp                      ok
        redeem alice 0 bob tB                    InvalidOutputToken
        redeem alice 1 bob tB                    ExceededRedeemable
        redeem alice 100e18 bob ETHER            ok
        tokens ETHER bob                         = 1000099e18
        eeth treasury                            = 0.500277623542476401e18
        shares treasury                          = 0.5e18
        allShares                                = 900.5e18
        total                                    = 901e18
        """);

    // The bucket holds 2,000 ether and gets 0.05 a second, in units of 10¹² wei: 1 wei takes a whole unit.
    [Fact]
    public void The_lane_has_a_limit() => EtherFiScript.Play("""
        deposit alice 5000e18                    ok
        redeemable ETHER                         = 2000e18
        redeem alice 2000.000000000000000001e18 alice ETHER    ExceededRedeemable
        redeem alice 1999.999999e18 alice ETHER  ok
        redeemable ETHER                         = 1e12
        redeem alice 1000000000001 alice ETHER   ExceededRedeemable
        redeem alice 1e12 alice ETHER            ok
        redeemable ETHER                         = 0
        pass 1                                   ok
        redeemable ETHER                         = 0.6e18
        exitCapacity timelock ETHER 0.5e18       ok
        redeemable ETHER                         = 0.5e18
        exitRefill timelock ETHER 0              ok
        exitCapacity timelock ETHER 1e18         ok
        pass 100                                 ok
        redeemable ETHER                         = 0.5e18
        """);

    // A stETH is paid for an ether of eETH, and leaves the restaker; what the pool counts outside falls by
    // it.
    [Fact]
    public void Redeeming_for_stETH() => EtherFiScript.Play("""
        deposit alice 1000e18                    ok
        redeem alice 100e18 bob tA               Panic(0x11)
        credit liquifier carol 1000e18           ok
        price 0                                  ok
        redeem alice 100e18 bob tA               InvalidPriceFeed
        price m1                                 ok
        redeem alice 100e18 bob tA               InvalidPriceFeed
        price 1.010000000000000001e18            ok
        redeem alice 100e18 bob tA               InvalidStEthPrice
        price 1.01e18                            ok
        redeem alice 0 bob tA                    InvalidAmount
        redeem alice 100e18 nobody tA            ERC20:_transfer_to_the_zero_address
        pass 7200                                ok
        redeem alice 100e18 bob tA               ok
        pass 1                                   ok
        redeem alice 100e18 bob tA               StalePriceFeed
        tokens tA bob                            = 99e18
        tokens tA restaker                       = 4901e18
        out                                      = 901e18
        in                                       = 1000e18
        """);

    [Fact]
    public void Redeeming_what_is_wrapped() => EtherFiScript.Play("""
        deposit alice 1000e18                    ok
        wrap alice 500e18                        ok
        redeemWe alice 501e18 alice ETHER        InsufficientBalance
        watermark timelock ETHER 5000            ok
        wrap alice 500e18                        ok
        redeemWe alice 501e18 alice ETHER        ExceededRedeemable
        watermark timelock ETHER 0               ok
        approveWe alice rm 1                     ok
        redeemWe alice 10e18 alice ETHER         ERC20:_insufficient_allowance
        approveWe alice rm 1e60                  ok
        redeemWe alice 0 alice ETHER             ZeroAmount
        redeemWe alice 100e18 alice ETHER        ok
        weeth alice                              = 900e18
        tokens ETHER alice                       = 999099e18
        """);

    [Fact]
    public void Terms() => EtherFiScript.Play("""
        terms alice ETHER 0 0 0 0 0                        OnlyOperatingTimelock
        terms timelock ETHER 10001 1001 5001 1e60 1e60     ExceedsMaxExitFeeSplit
        terms timelock ETHER 10000 1001 5001 1e60 1e60     ExceedsMaxExitFee
        terms timelock ETHER 10000 1000 5001 1e60 1e60     ExceedsMaxLowWatermark
        terms timelock ETHER 10000 1000 5000 1e60 1e60     AmountTooLarge
        exitFee alice ETHER 1001                           OnlyOperatingTimelock
        exitFee timelock ETHER 1001                        ExceedsMaxExitFee
        split alice ETHER 10001                            OnlyOperatingTimelock
        split timelock ETHER 10001                         ExceedsMaxExitFeeSplit
        watermark alice ETHER 5001                         OnlyOperatingTimelock
        watermark timelock ETHER 5001                      ExceedsMaxLowWatermark
        exitCapacity alice ETHER 1e60                      OnlyOperatingTimelock
        exitCapacity timelock ETHER 1e60                   AmountTooLarge
        exitRefill alice ETHER 1e60                        OnlyOperatingTimelock
        exitRefill timelock ETHER 1e60                     AmountTooLarge
        sweep alice tA nobody                              OnlyOperatingMultisig
        sweep multisig tA nobody                           InvalidRecipient
        sweep multisig tA treasury                         InsufficientBalance
        mint tA rm 5                                       ok
        sweep multisig tA treasury                         ok
        tokens tA treasury                                 = 5
        sweep multisig eeth treasury                       InsufficientBalance
        """);
}
