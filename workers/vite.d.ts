/** What vite makes of a worker import: the URL of the bundled worker. */
declare module "*?worker&url" {
  const url: string;
  export default url;
}
