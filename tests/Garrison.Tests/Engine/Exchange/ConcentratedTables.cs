using static Garrison.Tests.Engine.Exchange.ExchangeScript;

namespace Garrison.Tests.Engine.Exchange;

/// <summary>What pools of Uniswap v3 refuse, in the contract's order, and what they pay.</summary>
public sealed class ConcentratedTables
{
    [Fact]
    public void Factories_and_their_pools() => Play("""
        factory nobody                   EmptyRevert
        factory f3                       EmptyRevert
        fee bob 100 1                    EmptyRevert
        fee admin 1000000 1              EmptyRevert
        fee admin 100 0                  EmptyRevert
        fee admin 100 16384              EmptyRevert
        fee admin 3000 1                 EmptyRevert
        pool Q tA tB 100                 EmptyRevert
        fee admin 100 1                  ok
        pool Q tA tA 100                 EmptyRevert
        pool Q tA nobody 100             EmptyRevert
        pool P tA tB 100                 EmptyRevert
        pool Q tA tB 100                 ok
        pool R tB tA 100                 EmptyRevert
        own bob alice                    EmptyRevert
        own admin bob                    ok
        fee admin 200 1                  EmptyRevert
        fee bob 200 1                    ok
        """);

    [Fact]
    public void A_pool_is_locked_until_it_has_a_price() => Play("""
        add alice alice -60 60 1         LOK
        burn alice -60 60 1              LOK
        collect alice -60 60 1           LOK
        swap alice 0 0                   AS
        swap alice 0 1                   LOK
        flash alice 1 1 1 1              LOK
        protocol admin 4 4               LOK
        collectProtocol admin 1          LOK
        observations 5                   LOK
        observed 0                       = 400
        begin P 4295128738               R
        begin P 1461446703485210103287273052203988822378723970342 R
        begin P                          ok
        begin P                          AI
        """);

    [Fact]
    public void What_is_no_pool_reverts_without_a_word() => Play("""
        begin Q                          EmptyRevert
        add alice alice -60 60 1 Q       EmptyRevert
        burn alice -60 60 1 Q            EmptyRevert
        collect alice -60 60 1 Q         EmptyRevert
        swap alice 0 1 Q                 EmptyRevert
        flash alice 1 1 1 1 Q            EmptyRevert
        protocol admin 4 4 Q             EmptyRevert
        collectProtocol admin 1 Q        EmptyRevert
        observations 5 Q                 EmptyRevert
        """);

    // The most at a tick of spacing 60: ⌊(2¹²⁸ − 1) / (2 · 14787 + 1)⌋.
    [Fact]
    public void Rules_of_adding() => Play("""
        begin P                                                       ok
        add alice alice 60 60 0                                       EmptyRevert
        add alice alice 60 60 170141183460469231731687303715884105728 EmptyRevert
        add alice alice 60 60 1                                       TLU
        add alice alice -887273 887273 1                              TLM
        add alice alice -887272 887273 1                              TUM
        add alice alice -61 60 11505743598341114571880798222544995    LO
        add alice alice -61 60 1                                      EmptyRevert
        add alice alice -60 61 1                                      EmptyRevert
        add carol alice -60 60 1                       ERC20:_transfer_amount_exceeds_balance
        add alice alice -60 60 1                                      ok
        liquidity                                                     = 1
        """);

    // With B = P(60) and A = 2⁹⁶: ⌈⌈L·2⁹⁶·(B − A)/B⌉/A⌉ of token 0, as much of token 1 down to P(−60), and a
    // unit less of each when paid out. That much pays for min(⌊x·B/(B − A)⌋, ⌊x·2⁹⁶/(A − P(−60))⌋).
    [Fact]
    public void Liquidity_is_paid_for_rounded_up_and_paid_out_rounded_down() => Play("""
        begin P                               ok
        add alice alice -60 60 1e18           ok
        tokens tA P                           = 2995354955910781
        tokens tB P                           = 2995354955910781
        liquidity                             = 1e18
        add alice bob 60 120 1e18             ok
        tokens tA P                           = 5981737760509663
        tokens tB P                           = 2995354955910781
        add alice bob -120 -60 1e18           ok
        tokens tB P                           = 5981737760509663
        liquidity                             = 1e18
        burn alice -60 60 1e18                ok
        owed0 alice -60 60                    = 2995354955910780
        collect alice -60 60 1000             ok
        owed0 alice -60 60                    = 2995354955909780
        collect alice -60 60 1e30             ok
        tokens tA P                           = 2986382804598883
        liquidityFor -60 60 2995354955910781  = 1000000000000000020
        """);

    [Fact]
    public void Rules_of_taking_out() => Play("""
        begin P                          ok
        add alice alice -60 60 1e18      ok
        burn alice 60 60 0               TLU
        burn alice -887273 60 0          TLM
        burn alice -60 887273 0          TUM
        burn bob -60 60 0                NP
        burn bob -60 60 1                LS
        burn alice -120 60 1             LS
        burn alice -60 60 1000000000000000001 LS
        burn alice -60 60 170141183460469231731687303715884105728 EmptyRevert
        burn alice -60 60 0              ok
        burn alice -60 60 1e18           ok
        burn alice -60 60 0              NP
        collect alice -60 60 340282366920938463463374607431768211456 EmptyRevert
        """);

    // In: 10¹⁵ less 0.3 % moves the price to ⌈2⁹⁶·L / (L + 997·10¹²)⌉, and the rest is the fee.
    // Out: 10¹⁵ of token 0 from there costs what the way back takes, and a fee of 3/997.
    [Fact]
    public void A_swap_pays_what_its_step_says() => Play("""
        begin P                          ok
        add alice alice -60 60 1e18      ok
        quote 0 1e15                     = 996006981039903
        swap bob 0 1e15                  ok
        price                            = 79149250711305166342700278159
        tokens tA P                      = 3995354955910781
        tokens tB P                      = 1999347974870878
        growth0                          = 1020847100762815390390123822295304
        burn alice -60 60 0              ok
        owed0 alice -60 60               = 2999999999999
        """);

    // 10¹⁵ out: 1001001001001002 in, and ⌈3/997⌉ of it. The whole range gives one unit less than it took.
    [Fact]
    public void A_swap_for_an_amount_that_comes_out() => Play("""
        begin P                          ok
        add alice alice -60 60 1e18      ok
        quote 0 -1e15                    = 1004013040121367
        swap bob 0 -1e15                 ok
        tokens tB bob                    = 1000000000000001000000000000000
        tokens tA bob                    = 999999999999998995986959878633
        swapTo t-60 bob 0 1e18           ok
        liquidity                        = 0
        tickAbove -61                    = 0
        tokens tB P                      = 1
        """);

    [Fact]
    public void Rules_of_swapping() => Play("""
        begin P                                  ok
        swap bob 0 0                             AS
        swapTo t0 bob 0 1                        SPL
        swapTo t0 bob 1 1                        SPL
        swapTo t1 bob 0 1                        SPL
        swapTo t-1 bob 1 1                       SPL
        swapTo 4295128739 bob 0 1                SPL
        swapTo 1461446703485210103287273052203988822378723970342 bob 1 1 SPL
        add alice alice -60 60 1e18              ok
        swap carol 0 1e10                        ERC20:_transfer_amount_exceeds_balance
        swapTo t60 bob 1 1e18                    ok
        tickAbove 60                             = 0
        liquidity                                = 0
        swap bob 1 1e18                          ok
        tickAbove 887271                         = 0
        swapTo t0 bob 0 1e18                     ok
        liquidity                                = 1e18
        """);

    // If its liquidity of 1 went on for ever, 10²⁸ of token 1 would lift the root of the price by 997·10²⁵,
    // to more than 160 bits; it ends at 887220. So it does at −887220 for token 0.
    [Fact]
    public void What_is_far_too_much_ends_where_liquidity_does() => Play("""
        begin P                                  ok
        add alice alice -887220 887220 1         ok
        swap bob 1 1e28                          ok
        tickAbove 887271                         = 0
        liquidity                                = 0
        swapTo t0 bob 0 1e28                     ok
        liquidity                                = 1
        swap bob 0 1e28                          ok
        tickAbove -887272                        = 0
        liquidity                                = 0
        """);

    // The figures of adding and swapping by the pool's own commands. What is taken out is paid at once, and
    // what it earned is left to collect.
    [Fact]
    public void The_commands_of_all_pools() => Play("""
        bring alice -60 60 1 0                                      I
        begin P                                                     ok
        bring alice 60 60 1 0                                       TLU
        bring alice -60 60 0 0                                      EmptyRevert
        bring alice -60 60 2995354955910781 1000000000000000021     LimitNotMet
        bring alice -60 60 2995354955910781 1000000000000000020     ok
        tokens tA P                                                 = 2995354955910781
        liquidity                                                   = 1000000000000000020
        take bob -60 60 1 0                                         LS
        take alice 60 60 1 0                                        TLU
        take alice -60 60 1000000000000000021 0                     LS
        take alice -60 60 1000000000000000020 2995354955910781      LimitNotMet
        take alice -60 60 1000000000000000020 2995354955910780      ok
        tokens tA alice                                             = 999999999999999999999999999999
        tokens tB P                                                 = 1
        owed0 alice -60 60                                          = 0
        add alice alice -60 60 1e18                                 ok
        trade bob 0 1e15 996006981039904                            LimitNotMet
        trade bob 0 -1e15 1004013040121366                          LimitNotMet
        trade bob 0 -1e15 1004013040121367                          ok
        trade bob 0 -1e18 1e30                                      LimitNotMet
        take alice -60 60 1e18 0                                    ok
        liquidity                                                   = 0
        burn alice -60 60 0                                         NP
        """);

    // Of 10¹⁵ the fee is 3·10¹², less what the growth per liquidity is rounded by.
    [Fact]
    public void What_was_earned_is_left_to_collect() => Play("""
        begin P                          ok
        add alice alice -60 60 1e18      ok
        trade bob 0 1e15 996006981039903 ok
        price                            = 79149250711305166342700278159
        take alice -60 60 1e18 0         ok
        owed0 alice -60 60               = 2999999999999
        collect alice -60 60 1e30        ok
        owed0 alice -60 60               = 0
        """);

    // What is paid raises the growth by ⌊3·2¹²⁸/10¹⁸⌋, and then by 2¹²⁸.
    [Fact]
    public void Rules_of_flash_loans() => Play("""
        begin P                          ok
        flash bob 1 1 1 1                L
        add alice alice -60 60 1e18      ok
        flash bob 1e18 1 1 1             TF
        flash bob 1 1e18 1 1             TF
        flash bob 1000 1000 2 3          F0
        flash bob 1000 1000 3 2          F1
        flash carol 1000 0 3 0           ERC20:_transfer_amount_exceeds_balance
        flash bob 1000 1000 3 3          ok
        flash bob 0 0 1e18 0             ok
        growth0                          = 340282366920938464484221708194583601846
        """);

    // Of a fee of 3·10¹² a quarter is the protocol's, and the last unit stays.
    [Fact]
    public void The_protocol_takes_its_part() => Play("""
        begin P                          ok
        add alice alice -60 60 1e18      ok
        protocol bob 4 4                 EmptyRevert
        protocol admin 3 4               EmptyRevert
        protocol admin 4 11              EmptyRevert
        protocol admin 4 0               ok
        swap bob 0 1e15                  ok
        protocolFees0                    = 750000000000
        burn alice -60 60 0              ok
        owed0 alice -60 60               = 2249999999999
        collectProtocol bob 1            EmptyRevert
        collectProtocol admin 340282366920938463463374607431768211456 EmptyRevert
        collectProtocol admin 7          ok
        collectProtocol admin 1e30       ok
        tokens tA admin                  = 749999999999
        protocolFees0                    = 1
        collectProtocol admin 1e30       ok
        protocolFees0                    = 1
        """);

    // The price stays at tick 0 for 100 seconds, and then at −61 for 50.
    [Fact]
    public void Observations() => Play("""
        begin P                          ok
        observed 0                       = 0
        observed 1                       = 404
        observations 3                   ok
        observations 2                   ok
        add alice alice -60 60 1e18      ok
        pass 100                         ok
        swapTo t-60 bob 0 1e18           ok
        kept                             = 3
        seconds -60 60                   = 100
        pass 50                          ok
        swapTo t1 bob 1 1e18             ok
        pass 10                          ok
        observed 150                     = 0
        observed 60                      = 0
        observed 161                     = 404
        seconds -60 60                   = 110
        """);

    // Of a token worth 1.5 a share, what arrives may be a unit less than what was sent.
    [Fact]
    public void A_token_that_delivers_less_is_refused() => Play("""
        rebasing tC                      ok
        give tC alice 2e20               ok
        rebase tC 3e20                   ok
        pool Q tA tC 3000                ok
        begin Q                          ok
        add alice alice -60 60 1e18 Q    M1
        add alice alice 60 120 1e18 Q    ok
        swap alice 1 11 Q                IIA
        flash alice 0 0 0 0 Q            L
        """);
}
