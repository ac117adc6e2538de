import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { listen } from '../scripts/lib/listen.mjs'

const START = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url))

test.each(['portal', 'console', 'receipt-log'])(
  'npm start -- %s names a taken port before it installs or builds anything',
  async example => {
    const server = createServer()
    const port = await listen(server, 0, '127.0.0.1')
    // Without a PATH the script finds neither npm nor `lsof`, which names the process at the port.
    const env = { PATH: '', PORT: `${port}` }
    const { status, stdout, stderr } = spawnSync(process.execPath, [START, example], {
      env,
      encoding: 'utf8',
    })
    server.close()
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `Port ${port} is taken. Put PORT=${port + 10} before the command to use another one.\n`,
    })
  },
)
