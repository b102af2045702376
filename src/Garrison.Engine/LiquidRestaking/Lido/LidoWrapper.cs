using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>wstETH: a token of shares of stETH, one for one, which does not rebase.</summary>
/// <remarks>
/// What is unwrapped goes through an amount of stETH, so a share or so stays behind: the wrapper never has
/// fewer shares than there are tokens. Source: <c>WstETH.sol</c>.
/// </remarks>
public sealed class LidoWrapper
{
    private readonly LidoCore _lido;

    internal LidoWrapper(LidoCore lido) => _lido = lido;

    private Address Contract => _lido.Deployment.Wrapper;

    internal Refusal? Wrap(Address sender, UInt256 amount)
    {
        if (amount.IsZero) return LidoRefusals.WrapZero;

        Address token = _lido.Deployment.Token;
        if (_lido.Ledger.ConvertToSharesDown(token, amount, out UInt256 shares) is { } tooLarge)
        {
            return tooLarge;
        }

        // The contract mints before it is paid.
        return _lido.Ledger.Mint(Contract, sender, shares)
            ?? _lido.Ledger.Transfer(token, sender, Contract, amount);
    }

    internal Refusal? Unwrap(Address sender, UInt256 amount) => Unwrap(sender, amount, out _);

    internal Refusal? Unwrap(Address sender, UInt256 amount, out UInt256 unwrapped)
    {
        unwrapped = UInt256.Zero;
        if (amount.IsZero) return LidoRefusals.UnwrapZero;
        if (_lido.Pool.ConvertToEtherDown(amount, out unwrapped) is { } tooLarge) return tooLarge;

        return _lido.Ledger.Burn(Contract, sender, amount)
            ?? _lido.Ledger.Transfer(_lido.Deployment.Token, Contract, sender, unwrapped);
    }
}
