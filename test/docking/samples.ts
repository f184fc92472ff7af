/** Samples of whole numbers as short text: each value and how often it came. */

/** `3×12 4×20` for twelve threes and twenty fours. */
export function countsText(sample: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const value of sample.toSorted((a, b) => a - b)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => `${value}×${count}`).join(" ");
}

export function sampleFrom(text: string): number[] {
  return text.split(" ").flatMap((part) => {
    const [value, count] = part.split("×").map(Number);
    return Array.from({ length: count }, () => value);
  });
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
