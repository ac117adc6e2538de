#!/usr/bin/env node
import { isCommandFault } from './command/fault.ts'
import { HELP } from './command/help.ts'
import { unknownCommand } from './command/parse.ts'
import { runBuild } from './command/run-build.ts'
import { runCheck } from './command/run-check.ts'
import { runInventory } from './command/run-inventory.ts'
import { runNotices } from './command/run-notices.ts'
import { runPolicy } from './command/run-policy.ts'
import { VERSION } from './shared/build.ts'

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  inventory: runInventory,
  notices: runNotices,
  policy: runPolicy,
  check: runCheck,
  build: runBuild,
}

/** Runs a command. Returns the exit code. */
const run = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  const all = [name, ...args]
  if (all.includes('--help')) console.log(HELP)
  else if (all.includes('--version')) console.log(VERSION)
  else {
    const names = Object.keys(COMMANDS)
    const command = names.includes(name) ? COMMANDS[name] : undefined
    if (command) return command(args)
    throw unknownCommand(name, names)
  }
  return 0
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(isCommandFault(error) ? error.message : error)
  process.exitCode = 2
}
