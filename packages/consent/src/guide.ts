export * from './guide/index.ts'
