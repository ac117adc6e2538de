import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openLog } from './log/open-log.ts'
import { loadNotices } from './notice.ts'
import { startRetention } from './retention.ts'
import { startChecks } from './start-checks.ts'
import { stopApp } from './stop-app.ts'

/**
 * Accepts events until the process receives a signal to stop. Then answers the received requests
 * and closes the log.
 *
 * @returns The exit code, after the server has stopped. Rejects if the server cannot start.
 */
export const startServer = async (config: Config): Promise<number> => {
  const log = await openLog(config.database)
  try {
    if (config.notices) await loadNotices(config.notices, log)
    const checks = startChecks(log, fault => {
      if (typeof fault === 'string') app.log.error({ fault }, 'the log was altered')
      else app.log.error({ err: fault }, 'the verification failed, tries again tomorrow')
    })
    const app = await createApp(config, log, checks)
    const stopped = new Promise<void>(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    const address = await app.listen({ host: config.host, port: config.port })
    // Messages for people go to stderr, because programs read the log lines on stdout.
    if (config.publicOrigin === undefined)
      console.error(
        'PUBLIC_ORIGIN is not set. Expected the origin of your pages, such as https://www.example.com. Requests for any host are taken.',
      )
    console.error(`\nThe receipt log is at ${address}  (stop with Ctrl+C)`)
    const stopRetention = startRetention(log, (forgotten, error) => {
      if (error) app.log.error({ err: error }, 'retention failed, tries again tomorrow')
      else app.log.info({ forgotten }, 'retention')
    })
    void checks.run()
    await stopped
    checks.stop()
    stopRetention()
    await stopApp(app)
    return 0
  } finally {
    await log.close()
  }
}
