using static Garrison.Tests.Engine.Exchange.ExchangeScript;

namespace Garrison.Tests.Engine.Exchange;

/// <summary>What pairs of Uniswap v2 refuse, in the contract's order, and what they pay.</summary>
public sealed class ConstantProductTables
{
    [Fact]
    public void Factories_and_their_pairs() => Play("""
        pairs f2                         EmptyRevert
        pairs nobody                     EmptyRevert
        pair W tA tA                     UniswapV2:_IDENTICAL_ADDRESSES
        pair W tA nobody                 UniswapV2:_ZERO_ADDRESS
        pair W tB tA                     UniswapV2:_PAIR_EXISTS
        pair V tA tC                     EmptyRevert
        pair W tA tC                     ok
        feeTo bob bob                    UniswapV2:_FORBIDDEN
        setter bob bob                   UniswapV2:_FORBIDDEN
        setter admin bob                 ok
        feeTo admin bob                  UniswapV2:_FORBIDDEN
        feeTo bob bob                    ok
        """);

    [Fact]
    public void What_is_no_pair_reverts_without_a_word() => Play("""
        addV alice 1 1 Q                 EmptyRevert
        removeV alice 1 Q                EmptyRevert
        skim alice Q                     EmptyRevert
        sync Q                           EmptyRevert
        """);

    // √(10⁶ · 4·10⁶) less 1,000 that nobody has; then the smaller part, and down.
    [Fact]
    public void Shares() => Play("""
        addV alice 999 999               ds-math-sub-underflow
        addV alice 1000 1000             UniswapV2:_INSUFFICIENT_LIQUIDITY_MINTED
        removeV alice 0                  EmptyRevert
        addV carol 1 1                   ERC20:_transfer_amount_exceeds_balance
        addV alice 1e6 4e6               ok
        supply V                         = 2000000
        tokens V alice                   = 1999000
        tokens V nobody                  = 1000
        addV bob 0 4                     UniswapV2:_INSUFFICIENT_LIQUIDITY_MINTED
        addV bob 3 11                    ok
        tokens V bob                     = 5
        removeV bob 6                    ds-math-sub-underflow
        removeV bob 0                    UniswapV2:_INSUFFICIENT_LIQUIDITY_BURNED
        removeV bob 5                    ok
        tokens tA V                      = 1000001
        tokens tB V                      = 4000001
        """);

    // Out of 1,000 in: ⌊1000·997·4·10⁶ / (10⁹ + 997000)⌋ = 3984.
    [Fact]
    public void Swaps() => Play("""
        addV alice 1e6 4e6               ok
        swapV bob 0 0 0 0                UniswapV2:_INSUFFICIENT_OUTPUT_AMOUNT
        swapV bob 0 0 1e6 0              UniswapV2:_INSUFFICIENT_LIQUIDITY
        swapV bob 0 0 0 4e6              UniswapV2:_INSUFFICIENT_LIQUIDITY
        swapV bob 1 0 0 1 tA             UniswapV2:_INVALID_TO
        swapV bob 0 0 0 1                UniswapV2:_INSUFFICIENT_INPUT_AMOUNT
        swapV bob 1000 0 0 3985          UniswapV2:_K
        swapV carol 1 0 0 1              ERC20:_transfer_amount_exceeds_balance
        quoteV 0 1000                    = 3984
        quoteV 0 -3984                   = 1000
        swapV bob 1000 0 0 3984          ok
        reserve0                         = 1001000
        reserve1                         = 3996016
        pay tA bob V 1e34                ERC20:_transfer_amount_exceeds_balance
        give tA V 5192296858534827628530496329220096 ok
        sync                             UniswapV2:_OVERFLOW
        swapV bob 0 0 0 1                UniswapV2:_OVERFLOW
        """);

    // √k grows from 2,000,000 to 2,000,272: ⌊2·10⁶ · 272 / (5·2000272 + 2·10⁶)⌋ = 45 shares.
    [Fact]
    public void The_protocol_gets_a_sixth_of_what_k_grew() => Play("""
        feeTo admin admin                ok
        addV alice 1e6 4e6               ok
        kLast                            = 4e12
        swapV bob 100000 0 0 362644      ok
        removeV alice 1e5                ok
        tokens V admin                   = 45
        tokens tA V                      = 1045002
        tokens tB V                      = 3455493
        feeTo admin nobody               ok
        addV alice 1e6 4e6               ok
        kLast                            = 0
        tokens V admin                   = 45
        """);

    [Fact]
    public void What_was_paid_by_mistake() => Play("""
        addV alice 1e6 4e6               ok
        pay tA alice V 7                 ok
        skim bob                         ok
        tokens tA V                      = 1000000
        pay tA alice V 7                 ok
        sync                             ok
        reserve0                         = 1000007
        """);

    [Fact]
    public void Sums_of_prices_count_the_price_before() => Play("""
        addV alice 1e6 4e6               ok
        pass 10                          ok
        sync                             ok
        price0                           = 40
        price1                           = 2
        swapV bob 1000 0 0 3984          ok
        price0                           = 40
        """);

    [Fact]
    public void Tokens_that_shrank_are_not_taken_for_paid() => Play("""
        rebasing tC                      ok
        give tC alice 1e6                ok
        pair W tA tC                     ok
        addV alice 1e6 1e6 W             ok
        rebase tC 5e5                    ok
        addV alice 1000 0 W              ds-math-sub-underflow
        skim bob W                       ds-math-sub-underflow
        sync W                           ok
        """);
}
