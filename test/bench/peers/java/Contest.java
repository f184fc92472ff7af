/* What every contestant in Java does alike: reads a company, warms up, times its ticks, writes the result. */
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

public final class Contest {
  public static final double TWO32 = 4294967296.0;

  /** A company set up in a framework: ticks change it. */
  public interface Model {
    void tick(int k0, int k1);

    double[] valuesOf(int a);
  }

  public static final class Company {
    public final int n;
    public final int ticks;
    public final int[] keys;
    public final int[] offsets;
    public final int[] neighbours;

    Company(String path) throws IOException {
      IntBuffer words = ByteBuffer.wrap(Files.readAllBytes(Path.of(path))).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
      words.get();
      n = words.get();
      ticks = words.get();
      int entries = words.get();
      words.get(keys = new int[2 * ticks + 2]);
      words.get(offsets = new int[n + 1]);
      words.get(neighbours = new int[entries]);
    }

    public double knowledge(int a) {
      return (draw(a, keys[0], keys[1]) + 0.5) / TWO32;
    }

    public int[] colleagues(int a) {
      return Arrays.copyOfRange(neighbours, offsets[a], offsets[a + 1]);
    }
  }

  public static double draw(int id, int k0, int k1) {
    int h = id ^ k0;
    h ^= h >>> 16;
    h *= 0x21f0aaad;
    h ^= h >>> 15;
    h *= 0x735a2d97;
    h ^= h >>> 15;
    h += k1;
    h ^= h >>> 16;
    h *= 0x21f0aaad;
    h ^= h >>> 15;
    h *= 0x735a2d97;
    h ^= h >>> 15;
    return Integer.toUnsignedLong(h);
  }

  /** CPU time of the whole process: collector and compiler threads are part of the price. */
  private static double cpuMs() {
    try {
      String own = Path.of("/proc/thread-self").toRealPath().getFileName().toString();
      double ns = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (File thread : new File("/proc/self/task").listFiles())
        if (!thread.getName().equals(own)) ns += spent(thread);
      return ns * 1e-6;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static double spent(File thread) {
    try {
      return Double.parseDouble(Files.readString(thread.toPath().resolve("schedstat")).split(" ")[0]);
    } catch (IOException gone) {
      return 0; // ended since it was listed
    }
  }

  private static double run(Company company, Model model) {
    double before = cpuMs();
    for (int t = 0; t < company.ticks; t++) model.tick(company.keys[2 * t + 2], company.keys[2 * t + 3]);
    return cpuMs() - before;
  }

  private static double peakMB() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status")))
      if (line.startsWith("VmHWM")) return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
    return 0;
  }

  /** CLASS WARM-UP COMPANY REPEATS RESULT */
  public static void contest(String[] arguments, Function<Company, Model> setUp) throws IOException {
    Company warmUp = new Company(arguments[0]);
    run(warmUp, setUp.apply(warmUp));
    double start = cpuMs();
    Company company = new Company(arguments[1]);
    double read = cpuMs();
    Model model = setUp.apply(company);
    double setUpMs = cpuMs() - read;
    List<Double> runMs = new ArrayList<>();
    for (int repeat = 0; repeat < Integer.parseInt(arguments[2]); repeat++) {
      if (repeat > 0) model = setUp.apply(company);
      runMs.add(run(company, model));
    }
    writeResult(Path.of(arguments[3]), company.n, model);
    String times = "{\"readMs\":%s,\"setUpMs\":%s,\"runMs\":%s,\"peakMB\":%s}";
    System.out.println(String.format(times, read - start, setUpMs, runMs, peakMB()));
  }

  private static void writeResult(Path path, int n, Model model) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(41 * n).order(ByteOrder.LITTLE_ENDIAN);
    for (int a = 0; a < n; a++) {
      double[] values = model.valuesOf(a);
      bytes.put(a, (byte) values[0]);
      for (int column = 0; column < 5; column++) bytes.putDouble(n + 8 * (column * n + a), values[column + 1]);
    }
    Files.write(path, bytes.array());
  }
}
