/** What DuckDB reads in a Parquet file. */
import { DuckDBInstance } from "@duckdb/node-api";

/** Rows of an SQL query over a file, which it calls t. */
export async function rowsOfFile(file: string, sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(`with t as (from '${file.replaceAll("'", "''")}') ${sql}`);
    return reader.getRows();
  } finally {
    connection.closeSync();
  }
}
