// @ts-check
import { spawn } from 'node:child_process'

/**
 * Runs a program with its output in this terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [environment] Variables in addition to this process's.
 * @returns {Promise<number>} The program's exit code; 127 when the program does not exist.
 */
export const run = (command, args, environment = {}) =>
  new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    child.on('error', () => resolve(127))
    child.on('close', code => resolve(code ?? 1))
  })
