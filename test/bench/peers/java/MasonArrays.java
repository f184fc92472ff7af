/* AdoptBench in MASON at its best: agents in one scheduled Sequence, arrays of colleagues, pushed counts. */
import java.io.IOException;
import sim.engine.Schedule;
import sim.engine.Sequence;
import sim.engine.SimState;
import sim.engine.Steppable;

public final class MasonArrays extends SimState implements Contest.Model {
  final Person[] people;
  final Person[] changing;
  int changeCount;
  int k0;
  int k1;

  static final class Person implements Steppable {
    final int a;
    Person[] colleagues;
    double perTie;
    int engagedTies;
    int status;
    double e;
    double k;
    double s;
    double g;
    double v;

    Person(int a, double k) {
      this.a = a;
      this.k = k;
    }

    @Override
    public void step(SimState state) {
      MasonArrays firm = (MasonArrays) state;
      double f = engagedTies * perTie;
      e += 0.1 * (f - e);
      k += 0.01 * (e * (1 - k));
      s += 0.08 * (e * k - s);
      g = 0.9 * g + 0.1 * (f * (1 - s));
      double prob;
      if (status == 0) prob = 0.0004 + 0.25 * f;
      else if (status == 1) prob = 0.05 + 0.3 * e;
      else if (status == 2) {
        v += e * k;
        prob = 0.01 * (1 - s) + 0.02 * g;
      } else prob = 0.002 + 0.05 * f;
      if (Contest.draw(a, firm.k0, firm.k1) < prob * Contest.TWO32) firm.changing[firm.changeCount++] = this;
    }

    void change() {
      int by = status == 1 ? 1 : status == 2 ? -1 : 0;
      status = status == 3 ? 1 : status + 1;
      if (by != 0) for (Person colleague : colleagues) colleague.engagedTies += by;
    }
  }

  MasonArrays(Contest.Company company) {
    super(1);
    people = new Person[company.n];
    changing = new Person[company.n];
    for (int a = 0; a < company.n; a++) people[a] = new Person(a, company.knowledge(a));
    for (Person person : people) {
      int[] colleagues = company.colleagues(person.a);
      person.perTie = 1.0 / colleagues.length;
      person.colleagues = new Person[colleagues.length];
      for (int i = 0; i < colleagues.length; i++) person.colleagues[i] = people[colleagues[i]];
    }
    schedule.scheduleRepeating(Schedule.EPOCH, 0, new Sequence(people));
    schedule.scheduleRepeating(Schedule.EPOCH, 1, (SimState state) -> {
      for (int i = 0; i < changeCount; i++) changing[i].change();
      changeCount = 0;
    });
  }

  @Override
  public void tick(int k0, int k1) {
    this.k0 = k0;
    this.k1 = k1;
    schedule.step(this);
  }

  @Override
  public double[] valuesOf(int a) {
    Person p = people[a];
    return new double[] {p.status, p.e, p.k, p.s, p.g, p.v};
  }

  public static void main(String[] arguments) throws IOException {
    Contest.contest(arguments, MasonArrays::new);
  }
}
