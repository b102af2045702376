using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>The commands of a <see cref="MorphoScript"/>, each in the words of its line.</summary>
/// <param name="markets">The names of the markets, to which a line that makes one adds.</param>
internal sealed class MorphoVerbs(Dictionary<string, Hash32> markets)
{
    public Command? Command(string[] words) =>
        Owners(words) ?? Lenders(words) ?? Borrowers(words) ?? Others(words);

    private Command? Owners(string[] words) => words switch
    {
        ["deploy", var morpho, var owner] => new DeployMorpho(default, Of(morpho), Of(owner)),
        ["curve", var irm] => new DeployMorphoIrm(default, Of(irm)),
        ["owner", var who, var owner] => new SetMorphoOwner(Of(who), Of(owner)),
        ["enableIrm", var who, var irm] => new EnableMorphoIrm(Of(who), Of(irm)),
        ["enableLltv", var who, var lltv] => new EnableMorphoLltv(Of(who), Number(lltv)),
        ["fee", var who, var market, var fee] => new SetMorphoFee(Of(who), Id(market), Number(fee)),
        ["feeTo", var who, var recipient] => new SetMorphoFeeRecipient(Of(who), Of(recipient)),
        ["create", var who, var market, var loan, var collateral, var oracle, var irm, var lltv] => Create(
            who, market, new(Of(loan), Of(collateral), Of(oracle), Of(irm), Number(lltv))),
        _ => null,
    };

    private Command? Lenders(string[] words) => words switch
    {
        ["supply", var who, var market, var amount, .. var to] => new SupplyToMorpho(
            Of(who), Id(market), Assets(amount), Shares(amount), Of(to.Length > 0 ? to[0] : who)),
        ["withdraw", var who, var market, var amount, .. var to] => new WithdrawFromMorpho(
            Of(who),
            Id(market),
            Assets(amount),
            Shares(amount),
            Of(to.Length > 0 ? to[0] : who),
            Of(to.Length > 1 ? to[1] : who)),
        ["flash", var who, var token, var amount] => new FlashLoanFromMorpho(
            Of(who), Of(token), Number(amount), []),
        ["flash", var who, var token, var amount, .. var during] => new FlashLoanFromMorpho(
            Of(who), Of(token), Number(amount), [Command(during)!]),
        _ => null,
    };

    private Command? Borrowers(string[] words) => words switch
    {
        ["borrow", var who, var market, var amount, .. var to] => new BorrowFromMorpho(
            Of(who),
            Id(market),
            Assets(amount),
            Shares(amount),
            Of(to.Length > 0 ? to[0] : who),
            Of(to.Length > 1 ? to[1] : who)),
        ["repay", var who, var market, var amount, .. var to] => new RepayToMorpho(
            Of(who), Id(market), Assets(amount), Shares(amount), Of(to.Length > 0 ? to[0] : who)),
        ["collateral", var who, var market, var amount, .. var to] => new SupplyMorphoCollateral(
            Of(who), Id(market), Number(amount), Of(to.Length > 0 ? to[0] : who)),
        ["uncollateral", var who, var market, var amount, .. var to] => new WithdrawMorphoCollateral(
            Of(who),
            Id(market),
            Number(amount),
            Of(to.Length > 0 ? to[0] : who),
            Of(to.Length > 1 ? to[1] : who)),
        ["liquidate", var who, var market, var borrower, var amount] => new LiquidateMorphoPosition(
            Of(who), Id(market), Of(borrower), Assets(amount), Shares(amount)),
        _ => null,
    };

    private Command? Others(string[] words) => words switch
    {
        ["accrue", var market] => new AccrueMorphoInterest(default, Id(market)),
        ["authorize", var who, var whom, var status] => new SetMorphoAuthorization(
            Of(who), Of(whom), status == "on"),
        ["sign", var sender, var authorizer, var whom, var status, var nonce, var deadline, var signer] =>
            new SetMorphoAuthorizationWithSignature(
                Of(sender),
                Of(authorizer),
                Of(whom),
                status == "on",
                Number(nonce),
                Oracle.OracleVerbs.Start + Number(deadline),
                Of(signer)),
        ["mint", var token, var who, var amount] => new Mint(default, Of(token), Of(who), Number(amount)),
        ["send", var who, var token, var to, var amount] => new Transfer(
            Of(who), Of(token), Of(to), Number(amount)),
        _ => null,
    };

    private CreateMorphoMarket Create(string who, string market, MorphoMarketParameters parameters)
    {
        markets[market] = parameters.Id;
        return new CreateMorphoMarket(Of(who), parameters);
    }

    private Hash32 Id(string market) => markets.GetValueOrDefault(market);

    private static UInt256 Assets(string amount) => amount switch
    {
        "both" => UInt256.One,
        ['s', ..] => UInt256.Zero,
        _ => Number(amount),
    };

    private static UInt256 Shares(string amount) => amount switch
    {
        "both" => UInt256.One,
        ['s', ..] => Number(amount[1..]),
        _ => UInt256.Zero,
    };
}
