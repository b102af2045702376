// Writes the bytecode of every contract that the bench deploys to artifacts/contracts.json, by name.
"use strict";

const fs = require("fs");
const path = require("path");
const solc = require("solc");

// As Morpho Blue was compiled for its recordings.
const settings = {
  evmVersion: "paris",
  viaIR: true,
  optimizer: { enabled: true, runs: 999999 },
  outputSelection: { "*": { "*": ["evm.bytecode.object"] } },
};

// The packages of Uniswap bring what was deployed.
const shipped = [
  "@uniswap/v2-core/build/UniswapV2Factory.json",
  "@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json",
];
const own = ["Feed", "Payer", "RateModel", "Token"].map((name) => `contracts/${name}.sol`);
const sources = [...own, "@morpho-org/morpho-blue/src/Morpho.sol"];

function read(name) {
  const folder = name.startsWith("@") ? "node_modules" : ".";
  return fs.readFileSync(path.join(__dirname, folder, name), "utf8");
}

function compile() {
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(sources.map((name) => [name, { content: read(name) }])),
    settings,
  };
  const output = JSON.parse(
    solc.compile(JSON.stringify(input), { import: (name) => ({ contents: read(name) }) }));
  const errors = (output.errors ?? []).filter((one) => one.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((one) => one.formattedMessage).join("\n"));

  return Object.fromEntries(sources.map((name) => {
    const contract = path.basename(name, ".sol");
    return [contract, output.contracts[name][contract].evm.bytecode.object];
  }));
}

const contracts = compile();
for (const name of shipped) {
  const { bytecode } = JSON.parse(read(name));
  contracts[path.basename(name, ".json")] = (bytecode.object ?? bytecode).replace(/^0x/, "");
}

fs.mkdirSync(path.join(__dirname, "artifacts"), { recursive: true });
fs.writeFileSync(path.join(__dirname, "artifacts", "contracts.json"), JSON.stringify(contracts));
