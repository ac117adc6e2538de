// Runs the command with a Node.js that reads TypeScript itself, in a project without a compiler.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const NODES = ['x64', 'arm64'].map(cpu => `node_modules/node-linux-${cpu}/bin/node`)
const node = NODES.find(path => existsSync(path)) ?? process.execPath

for (const compiler of ['jiti', 'typescript'])
  if (existsSync(`node_modules/${compiler}`)) throw new Error(`${compiler} is installed`)
execFileSync(node, ['node_modules/@spaceone/consent/dist/command.js', 'inventory', '--out', 'out'])
const { services } = JSON.parse(readFileSync('out/inventory.json', 'utf8'))
const names = services.map(({ name }) => name).join(', ')
if (names !== 'SpaceONE Consent, Google Analytics') throw new Error(`inventory of ${names}`)
