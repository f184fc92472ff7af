/* AdoptBench in MASON as its users write it: scheduled agents who look at the edges of its Network. */
import java.io.IOException;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.engine.Steppable;
import sim.field.network.Edge;
import sim.field.network.Network;
import sim.util.Bag;

public final class MasonNetwork extends SimState implements Contest.Model {
  final Network network = new Network(false);
  final Person[] people;
  int k0;
  int k1;

  static final class Person implements Steppable {
    final int a;
    int status;
    int next;
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
      MasonNetwork firm = (MasonNetwork) state;
      Bag edges = firm.network.getEdgesOut(this);
      int engaged = 0;
      for (int i = 0; i < edges.numObjs; i++)
        if (((Person) ((Edge) edges.objs[i]).getOtherNode(this)).status == 2) engaged++;
      double f = engaged * (1.0 / edges.numObjs);
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
      if (Contest.draw(a, firm.k0, firm.k1) < prob * Contest.TWO32) next = status == 3 ? 1 : status + 1;
    }
  }

  MasonNetwork(Contest.Company company) {
    super(1);
    people = new Person[company.n];
    for (int a = 0; a < company.n; a++) {
      people[a] = new Person(a, company.knowledge(a));
      network.addNode(people[a]);
      schedule.scheduleRepeating(people[a], 0, 1);
    }
    for (int a = 0; a < company.n; a++)
      for (int b : company.colleagues(a)) if (b > a) network.addEdge(people[a], people[b], null);
    schedule.scheduleRepeating(Schedule.EPOCH, 1, (SimState state) -> {
      for (Person person : people) person.status = person.next;
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
    Contest.contest(arguments, MasonNetwork::new);
  }
}
