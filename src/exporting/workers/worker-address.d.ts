/** The address of a worker that is built together with the pages; see `scripts/shared-workers.ts`. */
declare module '*.ts?address' {
  const address: string;

  export { address as default };
}
