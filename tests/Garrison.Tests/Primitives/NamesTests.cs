using System.Runtime.CompilerServices;

using Garrison.Primitives;

namespace Garrison.Tests.Primitives;

/// <summary>Addresses and hashes: known answers, and what is refused.</summary>
public sealed class NamesTests
{
    // The examples of EIP-55.
    [Theory]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    public void An_address_carries_its_checksum(string text)
    {
        Assert.Equal(text, Address.Parse(text.ToLowerInvariant()).ToString());
        Assert.Equal(Address.Parse(text), Address.FromUInt256(Address.Parse(text).ToUInt256()));
    }

    [Theory]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", "should be 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "0x and 40")]
    [InlineData("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae", "0x and 40")]
    [InlineData("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaeg", "not all of its digits")]
    public void What_is_no_address_says_why(string text, string why)
    {
        Assert.Contains(why, Assert.Throws<FormatException>(() => Address.Parse(text)).Message);
        Assert.False(Address.TryParse(text, out _));
    }

    [Fact]
    public void Addresses_are_ordered_as_numbers_and_have_no_gaps()
    {
        Assert.Equal(20, Unsafe.SizeOf<Address>());
        Check.That(Any.UInt256, Any.UInt256, static (x, y) =>
        {
            (UInt256 a, UInt256 b) = (x >> 96, y >> 96);
            return Address.FromUInt256(a).CompareTo(Address.FromUInt256(b)) == a.CompareTo(b)
                && Address.FromUInt256(a) == Address.FromUInt256(b) == (a == b);
        });
    }

    [Fact]
    public void Keccak_gives_the_known_answers()
    {
        Assert.Equal(
            "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470", Keccak.Hash([]).ToString());
        Assert.Equal(
            "0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45", Keccak.HashText("abc").ToString());
        Assert.Equal(0xa9059cbbu, Keccak.Selector("transfer(address,uint256)"));
    }

    [Fact]
    public void A_hash_comes_back_as_it_was()
    {
        Hash32 hash = Keccak.HashText("garrison");
        byte[] bytes = new byte[32];
        hash.CopyTo(bytes);
        Assert.Equal(hash, new Hash32(bytes));
        Assert.Equal(hash, Hash32.Parse(hash.ToString()));
        _ = Assert.Throws<FormatException>(static () => Hash32.Parse("0x12"));
    }
}
