// @ts-check
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:net'

/** @param {string} command @param {readonly string[]} args */
const outputOf = (command, args) => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return ''
  }
}

/**
 * Returns words that name the process that listens on a port, such as ` by process 12 (node)`; an
 * empty string if the programs `lsof` and `ps` do not name the process.
 *
 * @param {number} port
 */
const listenerOf = port => {
  const [id = ''] = outputOf('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t']).split('\n')
  const command = id && outputOf('ps', ['-o', 'args=', '-p', id])
  return command ? ` by process ${id} (${command.slice(0, 80)})` : ''
}

/**
 * Starts a server.
 *
 * @param {import('node:net').Server} server
 * @param {number} port 0 uses any free port.
 * @param {string} host
 * @returns {Promise<number>} The port that the server listens on. If the port is in use, rejects
 *   with a message that says how to choose another port.
 */
export const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const isTaken = error.code === 'EADDRINUSE'
      const advice = `Put PORT=${port + 10} before the command to use another one.`
      reject(isTaken ? new Error(`Port ${port} is taken${listenerOf(port)}. ${advice}`) : error)
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })

/**
 * Rejects as `listen` does if a port cannot be used. Call this function before a long build.
 *
 * @param {number} port
 * @param {string} [host]
 */
export const checkPort = async (port, host = '127.0.0.1') => {
  const server = createServer()
  await listen(server, port, host)
  await new Promise(resolve => server.close(resolve))
}
