/** Things with their number before them. */

/** "1 run", "1,200 runs"; a number may be written already. */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  return `${count} ${/^[+−]?1$/.test(String(count)) ? one : many}`;
}
