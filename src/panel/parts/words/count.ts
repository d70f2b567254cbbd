const FORMAT = new Intl.NumberFormat("en");

/** 12480 as "12,480". */
export function grouped(number: number): string {
  return FORMAT.format(number);
}

/** "1 frame", "12,480 frames". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}
