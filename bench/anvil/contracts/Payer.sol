// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.19;

interface IPool {
    function mint(address owner, int24 lower, int24 upper, uint128 liquidity, bytes calldata data) external;

    function swap(address recipient, bool zeroForOne, int256 amount, uint160 limit, bytes calldata data) external;

    function flash(address recipient, uint256 amount0, uint256 amount1, bytes calldata data) external;
}

interface IToken {
    function transfer(address to, uint256 value) external returns (bool);
}

/// Calls one pool of Uniswap v3, and pays what the pool asks for while it is called.
contract Payer {
    IToken private immutable token0;
    IToken private immutable token1;

    constructor(IToken first, IToken second) {
        token0 = first;
        token1 = second;
    }

    /// Does several of its own calls in one.
    function each(bytes[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; i++) {
            (bool done, ) = address(this).delegatecall(calls[i]);
            require(done, "refused");
        }
    }

    function mint(IPool pool, address owner, int24 lower, int24 upper, uint128 liquidity) external {
        pool.mint(owner, lower, upper, liquidity, "");
    }

    function swap(IPool pool, address recipient, bool zeroForOne, int256 amount, uint160 limit) external {
        pool.swap(recipient, zeroForOne, amount, limit, "");
    }

    function flash(
        IPool pool, address recipient, uint256 amount0, uint256 amount1, uint256 paid0, uint256 paid1
    ) external {
        pool.flash(recipient, amount0, amount1, abi.encode(amount0 + paid0, amount1 + paid1));
    }

    function uniswapV3MintCallback(uint256 owed0, uint256 owed1, bytes calldata) external {
        pay(owed0, owed1);
    }

    function uniswapV3SwapCallback(int256 owed0, int256 owed1, bytes calldata) external {
        pay(owed0 > 0 ? uint256(owed0) : 0, owed1 > 0 ? uint256(owed1) : 0);
    }

    function uniswapV3FlashCallback(uint256, uint256, bytes calldata data) external {
        (uint256 back0, uint256 back1) = abi.decode(data, (uint256, uint256));
        pay(back0, back1);
    }

    function pay(uint256 amount0, uint256 amount1) private {
        if (amount0 > 0) token0.transfer(msg.sender, amount0);
        if (amount1 > 0) token1.transfer(msg.sender, amount1);
    }
}
