import { parseArgs } from 'node:util'
import { checkLog } from './check-log.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { exportLines } from './export-lines.ts'
import type { Access, Log } from './log/log.ts'
import { LogError } from './log/log-error.ts'
import { openLog } from './log/open-log.ts'
import { readInventoryHashes } from './notice.ts'
import { readReceipt } from './receipt.ts'
import { LANGUAGES } from './screen/words/words-of.ts'
import { startServer } from './start-server.ts'
import { type StatementOptions, writeStatement } from './statement.ts'

const HELP = `Commands:
  start                  takes events until it is stopped (the default)
  verify [seq:hash]      walks along the chain; with a link noted earlier, which must still be in it
  forget                 deletes content whose retention has ended, as the server does daily
  receipt <id>           prints what is kept of one consent
  export                 prints the whole log, a line of JSON for each entry
  statement --version <version> [--language en|ko|ja] [--out <folder>]
                         writes what the log has about a version of the policy, as HTML and PDF`

/** The commands other than `start`. Each returns an exit code. */
const COMMANDS: Readonly<
  Record<string, (log: Log, config: Config, ...args: readonly string[]) => Promise<number>>
> = {
  verify: async (log, _, argument) => {
    const [, seq, hash = ''] = argument?.match(/^(\d+):([\da-f]{64})$/) ?? []
    if (argument !== undefined && seq === undefined) return misuse()
    const anchors = seq === undefined ? [] : [{ seq: Number(seq), hash }]
    const verdict = await checkLog(log, Date.now(), anchors)
    if (!verdict.ok) {
      const about = verdict.seq ? `entry ${verdict.seq}` : `the notice ${verdict.hash}`
      console.error(`✗ ${about} ${verdict.fault}`)
      return 1
    }
    const { head, forgotten } = verdict
    console.log(
      `✓ ${head.seq} entries, ${forgotten} of them without content. Note this link elsewhere:`,
    )
    console.log(`${head.seq}:${head.hash}`)
    return 0
  },
  forget: async log => {
    console.log(`${await log.forget(Date.now())} entries deleted`)
    return 0
  },
  receipt: async (log, { notices }, id) => {
    if (id === undefined) return misuse()
    const receipt = await readReceipt(log, id, readInventoryHashes(notices))
    if (receipt) console.log(JSON.stringify(receipt, null, 2))
    else console.error('This receipt is not in the log.')
    return receipt ? 0 : 1
  },
  export: async (log, { notices }) => {
    for await (const line of exportLines(log, readInventoryHashes(notices)))
      if (!process.stdout.write(line))
        await new Promise(resolve => process.stdout.once('drain', resolve))
    return 0
  },
  statement: async (log, config, ...args) => {
    const options = readStatementOptions(args)
    if (!options) return misuse()
    const files = await writeStatement(log, config, options)
    if (!files) {
      console.error(`No decision was made under the version "${options.version}".`)
      return 1
    }
    for (const file of files) console.log(file)
    if (files.length === 1) console.error('No browser was found, so there is no PDF.')
    return 0
  },
}

/** Reads the options of `statement`; returns `undefined` if they are invalid. */
const readStatementOptions = (args: readonly string[]): StatementOptions | undefined => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        version: { type: 'string' },
        language: { type: 'string', default: 'en' },
        out: { type: 'string', default: process.env['INIT_CWD'] ?? '.' },
      },
    })
    const { version, language, out } = values
    const known = LANGUAGES.find(one => one === language)
    return version && known ? { version, language: known, folder: out } : undefined
  } catch {
    return undefined
  }
}

const misuse = () => {
  console.error(HELP)
  return 2
}

const main = async ([name = 'start', ...args]: readonly string[]) => {
  const config = readConfig(process.env)
  if (name === 'start') return startServer(config)
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return misuse()
  // The statement reads sums, whose table a log of version 0.1 does not have.
  const access: Access = name === 'forget' || name === 'statement' ? 'write' : 'read'
  const log = await openLog(config.database, access)
  try {
    return await command(log, config, ...args)
  } finally {
    await log.close()
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Error)) throw error
  const isForOperator = error instanceof ConfigError || error instanceof LogError
  console.error(isForOperator ? error.message : `${error.name}: ${error.message}`)
  process.exitCode = 1
}
