using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;

namespace Garrison.Conformance.Aave;

/// <summary>Turns the operations of a recording into commands.</summary>
internal sealed class AaveOperations(AaveSetting setting)
{
    /// <summary>The command of an operation.</summary>
    public Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        JsonElement args = operation.GetProperty("args");
        Address from = setting.Labels[operation.GetProperty("from").GetString()!];
        return OfUser(name, from, args)
            ?? OfAdmin(name, from, args)
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    private Command? OfUser(string name, Address from, JsonElement args) => name switch
    {
        "supply" => new SupplyToAave(from, setting.Pool, Asset(args), Wei(args), Account(args, "onBehalfOf")),
        "withdraw" => new WithdrawFromAave(from, setting.Pool, Asset(args), Wei(args), Account(args, "to")),
        "borrow" => new BorrowFromAave(
            from, setting.Pool, Asset(args), Wei(args), Account(args, "onBehalfOf")),
        "repay" => new RepayToAave(from, setting.Pool, Asset(args), Wei(args), Account(args, "onBehalfOf")),
        "repayWithATokens" => new RepayWithATokens(from, setting.Pool, Asset(args), Wei(args)),
        "aTokenTransfer" => new TransferAToken(
            from, setting.Pool, Asset(args), Wei(args), Account(args, "to")),
        "setUserUseReserveAsCollateral" => new UseAaveCollateral(
            from, setting.Pool, Asset(args), args.GetProperty("use").GetBoolean()),
        "setUserEMode" => new SetAaveUserEMode(from, setting.Pool, (byte)Number(args, "category")),
        "mintToTreasury" => new MintAaveToTreasury(from, setting.Pool, [Asset(args)]),
        "liquidationCall" => new LiquidateInAave(
            from,
            setting.Pool,
            Asset(args, "collateral"),
            Asset(args, "debt"),
            Account(args, "user"),
            Wei(args, "debtToCover"),
            args.GetProperty("receiveAToken").GetBoolean()),
        _ => null,
    };

    private Command? OfAdmin(string name, Address from, JsonElement args) => name switch
    {
        "setPrice" => new PostAavePrice(from, setting.Pool, Asset(args), Wei(args, "price")),
        "setReserveFactor" => new SetAaveReserveFactor(
            from, setting.Pool, Asset(args), (ushort)Number(args, "reserveFactor")),
        "setSupplyCap" => new SetAaveSupplyCap(from, setting.Pool, Asset(args), Number(args, "cap")),
        "setBorrowCap" => new SetAaveBorrowCap(from, setting.Pool, Asset(args), Number(args, "cap")),
        "setInterestRateData" => new SetAaveInterestRateData(from, setting.Pool, Asset(args), Curve(args)),
        _ => null,
    };

    private static AaveCurve Curve(JsonElement args)
    {
        uint[] bps = [.. args.GetProperty("data").EnumerateArray().Select(static value => value.GetUInt32())];
        return new AaveCurve(bps[0], bps[1], bps[2], bps[3]);
    }

    private Address Asset(JsonElement args, string name = "asset") =>
        setting.Token(args.GetProperty(name).GetInt32());

    private Address Account(JsonElement args, string name) =>
        setting.Labels[args.GetProperty(name).GetString()!];

    private static ulong Number(JsonElement args, string name) =>
        ulong.Parse(args.GetProperty(name).ToString());

    private static UInt256 Wei(JsonElement args, string name = "amount") =>
        UInt256.Parse(args.GetProperty(name).ToString());
}
