using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.RocketPool;

/// <content>The rate, and what there is for those who leave.</content>
public sealed partial class RocketPoolCore
{
    /// <summary>What the members last agreed on.</summary>
    public RocketPoolBalances Balances => _balances.Value;

    /// <summary>The settings.</summary>
    public RocketPoolSettings Settings => _settings.Value;

    /// <summary>Ether per rETH, times 10¹⁸, rounded down.</summary>
    public UInt256 RateDown => ToEtherDown(Wad.Scale);

    /// <summary>The supply of rETH, which may differ from the one voted on.</summary>
    public UInt256 Supply => _ledger.Supply(Token);

    /// <summary>Ether of the deposit pool, bonds that wait included, in wei.</summary>
    public UInt256 PoolEther => _ledger.Balance(Ledger.Ether, Vault);

    /// <summary>What waiting validators ask for, in wei.</summary>
    public UInt256 RequestedEther => _validatorSize * (_queue.Value.Last - _queue.Value.First);

    /// <summary>What can be paid out at once, in wei: rETH's own ether, and the pool's beyond what nodes ask
    /// for.</summary>
    public UInt256 Collateral =>
        _ledger.Balance(Ledger.Ether, Token) + PoolEther.SaturatingSub(RequestedEther);

    /// <summary>How much short that is of the whole supply at the voted rate, in wei.</summary>
    public UInt256 Deficit => ToEtherDown(Supply).SaturatingSub(Collateral);

    private Address Token => _deployment.Value.Token;

    private Address Vault => _deployment.Value.Vault;

    /// <summary>A validator, by its number from 0.</summary>
    public RocketPoolValidator Validator(ulong id) => _validator[id];

    /// <summary>The ether that rETH is worth, in wei, rounded down against the holder.</summary>
    public UInt256 ToEtherDown(UInt256 tokens) => Balances.Supply.IsZero
        ? tokens
        : (tokens * Balances.TotalEther).DivDown(Balances.Supply);

    /// <summary>The rETH that ether buys, rounded down against the buyer.</summary>
    public UInt256 ToTokensDown(UInt256 ether) => Balances.Supply.IsZero
        ? ether
        : (ether * Balances.Supply).DivDown(Balances.TotalEther);
}
