// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.19;

/// A price that anyone may set, where Morpho asks for it.
contract Feed {
    uint256 public price;

    function set(uint256 value) external {
        price = value;
    }
}
