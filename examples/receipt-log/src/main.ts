import { type Config, ConfigError, readConfig } from './config.ts'
import { exportLines } from './export-lines.ts'
import { entriesOf } from './log/entries-of.ts'
import type { Access, Log } from './log/log.ts'
import { LogError } from './log/log-error.ts'
import { openLog } from './log/open-log.ts'
import { findBrokenNotice, readInventoryHashes } from './notice.ts'
import { readReceipt } from './receipt.ts'
import { startServer } from './start-server.ts'
import { verify } from './verify.ts'

const HELP = `Commands:
  start                  takes events until it is stopped (the default)
  verify [seq:hash]      walks along the chain; with a link noted earlier, which must still be in it
  forget                 deletes content whose retention has ended, as the server does daily
  receipt <id>           prints what is kept of one consent
  export                 prints the whole log, a line of JSON for each entry`

/** The commands other than `start`. Each returns an exit code. */
const COMMANDS: Readonly<
  Record<string, (log: Log, config: Config, argument?: string) => Promise<number>>
> = {
  verify: async (log, _, argument) => {
    const [, seq, hash = ''] = argument?.match(/^(\d+):([\da-f]{64})$/) ?? []
    if (argument !== undefined && seq === undefined) return misuse()
    const anchor = seq === undefined ? undefined : { seq: Number(seq), hash }
    const verdict = await verify(entriesOf(log), Date.now(), anchor)
    if (!verdict.ok) {
      console.error(`✗ entry ${verdict.seq} ${verdict.fault}`)
      return 1
    }
    const notice = await findBrokenNotice(log)
    if (notice !== undefined) {
      console.error(`✗ the stored text of the notice ${notice} does not have this hash`)
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
}

const misuse = () => {
  console.error(HELP)
  return 2
}

const main = async ([name = 'start', argument]: readonly string[]) => {
  const config = readConfig(process.env)
  if (name === 'start') return startServer(config)
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return misuse()
  const access: Access = name === 'forget' ? 'write' : 'read'
  const log = await openLog(config.database, access)
  try {
    return await command(log, config, argument)
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
