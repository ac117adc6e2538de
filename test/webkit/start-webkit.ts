import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { vi } from 'vitest'
import WebDriver, { type Client } from 'webdriver'
import { BROWSERS } from '../../scripts/lib/browsers.mjs'
import { freePort } from '../support/free-port.ts'

const START_MS = 20_000
const STOP_MS = 5000

/**
 * A shell script that starts WebKit's driver in a separate process group. When the script's input
 * closes, even because the test process was killed, the script interrupts this group: the driver,
 * and any open browser. `xvfb-run` is outside of the group, and then removes its display.
 */
const UNTIL_INPUT_CLOSES =
  'exec 3<&0; (read -r _ <&3; kill -s INT -- -$$ 2>&-) & exec "$0" "$@" 3<&-'

/** A running WebKit driver. The driver supports one session at a time. */
export type WebKit = Awaited<ReturnType<typeof startWebKit>>

/** Starts WebKitGTK's driver on its own display. Rejects if a program is missing. */
export const startWebKit = async () => {
  const { webkit, webkitDriver, display } = BROWSERS
  for (const { path, package: name } of [webkitDriver, webkit, display])
    if (!existsSync(path))
      throw new Error(
        `${path} is missing. Expected the package ${name}: apt-get install -y ${name}.`,
      )

  const port = await freePort()
  const child = spawn(
    display.path,
    ['-a', 'setsid', 'sh', '-c', UNTIL_INPUT_CLOSES, webkitDriver.path, `--port=${port}`],
    {
      stdio: ['pipe', 'ignore', 'pipe'],
      // Ctrl-C in the terminal must not end xvfb-run before it has removed its display.
      detached: true,
      // On a desktop with Wayland the browser would open a visible window.
      env: { ...process.env, GDK_BACKEND: 'x11', WAYLAND_DISPLAY: '' },
    },
  )
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', text => {
    complaints += text
  })
  const over = once(child, 'exit').catch(error => {
    complaints += error
  })
  const isOver = () => !child.pid || child.exitCode !== null || child.signalCode !== null

  const stop = async () => {
    child.stdin.end()
    await Promise.race([over, sleep(STOP_MS, undefined, { ref: false })])
    if (!isOver() && child.pid) process.kill(-child.pid, 'SIGTERM')
    child.stderr.destroy()
  }

  try {
    await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/status`), START_MS)
  } catch {
    await stop()
    const error = `${webkitDriver.path} does not answer after ${START_MS / 1000} s. ${complaints}`
    throw new Error(error.trim())
  }

  return {
    /** Opens a browser without stored data, with a proxy for all addresses but this machine's own. */
    open: (proxy: string): Promise<Client> =>
      WebDriver.newSession({
        hostname: '127.0.0.1',
        port,
        path: '/',
        logLevel: 'error',
        // Do not repeat a request: the repeated request could click twice.
        connectionRetryCount: 0,
        capabilities: capabilitiesWith(proxy),
      }),
    stop,
  }
}

const capabilitiesWith = (proxy: string) => ({
  'wdio:enforceWebDriverClassic': true,
  // Accept the self-signed certificates of the simulated hosts. Real hosts are not reachable.
  acceptInsecureCerts: true,
  'webkitgtk:browserOptions': {
    binary: BROWSERS.webkit.path,
    // With WebDriver's own option `proxy` the browser would connect to the proxy by TLS, and the
    // proxy could not read the requested host.
    args: ['--automation', `--proxy=http://${proxy}`, '--ignore-host=127.0.0.1'],
  },
})
