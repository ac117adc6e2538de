// @ts-check

/**
 * Ends a response.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {'no-store' | 'no-cache'} cache
 * @param {string} [type] Content type of the body.
 * @param {string} [body]
 */
export const reply = (response, status, cache, type, body) => {
  response.setHeader('Cache-Control', cache)
  if (type) response.setHeader('Content-Type', `${type}; charset=utf-8`)
  response.writeHead(status).end(body)
}
