// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.19;

struct Parameters {
    address loanToken;
    address collateralToken;
    address oracle;
    address irm;
    uint256 lltv;
}

struct Market {
    uint128 totalSupplyAssets;
    uint128 totalSupplyShares;
    uint128 totalBorrowAssets;
    uint128 totalBorrowShares;
    uint128 lastUpdate;
    uint128 fee;
}

/// A rate for Morpho that moves until 90 % of what is lent is borrowed: by the equations of the adaptive curve
/// (docs/protocols/morpho.md), since the package of Morpho has no rate model. Rates are per second, times 10^18.
contract RateModel {
    int256 private constant ONE = 1e18;
    int256 private constant TARGET = 0.9e18;
    int256 private constant SPEED = 50e18 / int256(365 days);
    int256 private constant FIRST_RATE = 0.04e18 / int256(365 days);
    int256 private constant LEAST_RATE = 0.001e18 / int256(365 days);
    int256 private constant MOST_RATE = 2e18 / int256(365 days);
    int256 private constant LN_2 = 0.693147180559945309e18;
    int256 private constant EXP_IS_ZERO_BELOW = -41.446531673892822312e18;
    int256 private constant EXP_IS_CLIPPED_FROM = 93.859467695000404319e18;
    int256 private constant LARGEST_EXP = 57716089161558943949701069502944508345128.422502756744429568e18;

    mapping(bytes32 => int256) public rateAtTarget;

    event RateMoved(bytes32 indexed id, uint256 average, uint256 atTarget);

    function borrowRate(Parameters memory parameters, Market memory market) external returns (uint256) {
        bytes32 id = keccak256(abi.encode(parameters));
        (uint256 average, int256 end) = ratesOf(market, rateAtTarget[id]);
        rateAtTarget[id] = end;
        emit RateMoved(id, average, uint256(end));
        return average;
    }

    function ratesOf(Market memory market, int256 start) private view returns (uint256, int256) {
        int256 utilization = market.totalSupplyAssets == 0
            ? int256(0)
            : int256(uint256(market.totalBorrowAssets) * 1e18 / market.totalSupplyAssets);
        int256 distance = utilization - TARGET;
        int256 error = distance * ONE / (distance > 0 ? ONE - TARGET : TARGET);
        if (start == 0) return (onCurve(FIRST_RATE, error), FIRST_RATE);

        int256 adaptation = SPEED * error / ONE * int256(block.timestamp - market.lastUpdate);
        if (adaptation == 0) return (onCurve(start, error), start);

        int256 end = adapted(start, adaptation);
        int256 middle = adapted(start, adaptation / 2);
        return (onCurve((start + end + 2 * middle) / 4, error), end);
    }

    function onCurve(int256 rate, int256 error) private pure returns (uint256) {
        int256 slope = error < 0 ? ONE * 3 / 4 : ONE * 3;
        return uint256((slope * error / ONE + ONE) * rate / ONE);
    }

    function adapted(int256 rate, int256 adaptation) private pure returns (int256) {
        int256 moved = rate * exp(adaptation) / ONE;
        return moved < LEAST_RATE ? LEAST_RATE : moved > MOST_RATE ? MOST_RATE : moved;
    }

    /// 2^q (1 + r + r^2 / 2) with x = q ln 2 + r.
    function exp(int256 x) private pure returns (int256) {
        if (x < EXP_IS_ZERO_BELOW) return 0;
        if (x >= EXP_IS_CLIPPED_FROM) return LARGEST_EXP;

        int256 q = (x < 0 ? x - LN_2 / 2 : x + LN_2 / 2) / LN_2;
        int256 r = x - q * LN_2;
        int256 power = ONE + r + r * r / ONE / 2;
        return q < 0 ? power >> uint256(-q) : power << uint256(q);
    }
}
