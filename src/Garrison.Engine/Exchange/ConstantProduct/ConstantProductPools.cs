using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ConstantProduct;

/// <summary>Pairs of tokens whose reserves' product does not fall.</summary>
/// <remarks>
/// Uniswap v2, as the contracts <c>UniswapV2Factory.sol</c> and <c>UniswapV2Pair.sol</c> have it. A pair
/// takes what it holds beyond its reserves as paid; a command here pays and calls in one. The shares of a
/// pair are a token at its address.
/// </remarks>
public sealed partial class ConstantProductPools
{
    private const int ReserveBits = 112;
    private const ulong FeeOfInput = ConstantProductMath.FeeScale - ConstantProductMath.NetOfFee;

    private static readonly UInt256 _minimumLiquidity = 1_000UL;

    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;
    private readonly Table<Address, ConstantProductFactory> _factory;
    private readonly Table<PairKey, Address> _pairOf;
    private readonly Table<Address, ConstantProductTerms> _terms;
    private readonly Table<Address, ConstantProductPair> _pair;

    internal ConstantProductPools(Store store, Clock clock, Ledger ledger)
    {
        _store = store;
        _clock = clock;
        _ledger = ledger;
        _factory = store.Table<Address, ConstantProductFactory>();
        _pairOf = store.Table<PairKey, Address>();
        _terms = store.Table<Address, ConstantProductTerms>();
        _pair = store.Table<Address, ConstantProductPair>();
    }

    private uint Now => unchecked((uint)_clock.Seconds);

    internal Refusal? DeployFactory(Address factory, Address feeToSetter)
    {
        bool isFree = !factory.IsZero && !feeToSetter.IsZero && _factory[factory].FeeToSetter.IsZero;
        if (!isFree) return ConstantProductRefusals.EmptyRevert;

        _factory[factory] = new(feeToSetter, Address.Zero, 0);
        return null;
    }

    internal Refusal? CreatePair(Address factory, Address pair, Address tokenA, Address tokenB)
    {
        if (_factory[factory].FeeToSetter.IsZero) return ConstantProductRefusals.EmptyRevert;
        if (tokenA == tokenB) return ConstantProductRefusals.IdenticalAddresses;

        (Address token0, Address token1) = tokenA < tokenB ? (tokenA, tokenB) : (tokenB, tokenA);
        if (token0.IsZero) return ConstantProductRefusals.ZeroAddress;
        if (!PairOf(factory, token0, token1).IsZero) return ConstantProductRefusals.PairExists;
        if (pair.IsZero || Exists(pair)) return ConstantProductRefusals.EmptyRevert;

        _pairOf[new(factory, token0, token1)] = pair;
        _terms[pair] = new(factory, token0, token1);
        ConstantProductFactory state = _factory[factory];
        _factory[factory] = state with { Pairs = state.Pairs + 1 };
        _store.Emit(new ConstantProductPairCreated(factory, token0, token1, pair, (ulong)state.Pairs + 1));
        return null;
    }

    internal Refusal? SetFeeTo(Address sender, Address factory, Address feeTo)
    {
        if (Forbidden(sender, factory) is { } refusal) return refusal;

        _factory[factory] = _factory[factory] with { FeeTo = feeTo };
        return null;
    }

    internal Refusal? SetFeeToSetter(Address sender, Address factory, Address feeToSetter)
    {
        if (Forbidden(sender, factory) is { } refusal) return refusal;

        _factory[factory] = _factory[factory] with { FeeToSetter = feeToSetter };
        return null;
    }

    private Refusal? Forbidden(Address sender, Address factory) =>
        sender.IsZero || _factory[factory].FeeToSetter != sender ? ConstantProductRefusals.Forbidden : null;

    private Refusal? Pay(Address payer, Address pair, Address token, UInt256 amount) =>
        amount.IsZero ? null : _ledger.Transfer(token, payer, pair, amount);

    private Refusal? Send(Address pair, Address to, Address token, UInt256 amount) =>
        _ledger.Transfer(token, pair, to, amount) is null ? null : ConstantProductRefusals.TransferFailed;

    private UInt256 Balance0(Address pair) => _ledger.Balance(_terms.Read(pair).Token0, pair);

    private UInt256 Balance1(Address pair) => _ledger.Balance(_terms.Read(pair).Token1, pair);

    // Makes what the pair holds its reserves.
    private Refusal? Update(Address address, in ConstantProductPair pair)
    {
        (UInt256 balance0, UInt256 balance1) = (Balance0(address), Balance1(address));
        if (!balance0.FitsIn(ReserveBits) || !balance1.FitsIn(ReserveBits))
        {
            return ConstantProductRefusals.Overflow;
        }

        _pair[address] = pair.With(balance0.ToUInt128(), balance1.ToUInt128(), Now);
        _store.Emit(new ConstantProductSynced(address, balance0, balance1));
        return null;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct PairKey(Address Factory, Address Token0, Address Token1);
}
