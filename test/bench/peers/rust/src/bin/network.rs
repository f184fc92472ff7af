//! AdoptBench in krABMaga as its example of a virus on a network is written: agents are its Network's nodes.
#[path = "../contest.rs"]
mod contest;

use contest::{contest, draw, Company, Contestant, Outcome, TWO32};
use krabmaga::engine::agent::Agent;
use krabmaga::engine::fields::{field::Field, network::EdgeOptions, network::Network};
use krabmaga::engine::{schedule::Schedule, state::State};
use std::any::Any;
use std::fmt;
use std::hash::{Hash, Hasher};

#[derive(Clone, Copy)]
struct Person {
    a: u32,
    status: u8,
    e: f64,
    k: f64,
    s: f64,
    g: f64,
    v: f64,
}

impl Hash for Person {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.a.hash(state);
    }
}

impl PartialEq for Person {
    fn eq(&self, other: &Person) -> bool {
        self.a == other.a
    }
}

impl Eq for Person {}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.a)
    }
}

struct Firm {
    network: Network<Person, String>,
    key: (u32, u32),
}

impl State for Firm {
    fn init(&mut self, _schedule: &mut Schedule) {}
    fn reset(&mut self) {}
    fn update(&mut self, _step: u64) {
        self.network.update();
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
    fn as_state(&self) -> &dyn State {
        self
    }
    fn as_state_mut(&mut self) -> &mut dyn State {
        self
    }
}

impl Agent for Person {
    fn step(&mut self, state: &mut dyn State) {
        let firm = state.as_any().downcast_ref::<Firm>().expect("a firm");
        let edges = firm.network.get_edges(*self).expect("edges");
        let status_of = |id| firm.network.get_object(id).expect("a colleague").status;
        let engaged = edges.iter().filter(|edge| status_of(edge.v) == 2).count();
        let f = engaged as f64 * (1.0 / edges.len() as f64);
        self.e += 0.1 * (f - self.e);
        self.k += 0.01 * (self.e * (1.0 - self.k));
        self.s += 0.08 * (self.e * self.k - self.s);
        self.g = 0.9 * self.g + 0.1 * (f * (1.0 - self.s));
        let prob = match self.status {
            0 => 0.0004 + 0.25 * f,
            1 => 0.05 + 0.3 * self.e,
            2 => {
                self.v += self.e * self.k;
                0.01 * (1.0 - self.s) + 0.02 * self.g
            }
            _ => 0.002 + 0.05 * f,
        };
        if f64::from(draw(self.a, firm.key)) < prob * TWO32 {
            self.status = if self.status == 3 { 1 } else { self.status + 1 };
        }
        firm.network.update_node(*self);
    }
}

struct Adoption {
    firm: Firm,
    schedule: Schedule,
}

impl Contestant for Adoption {
    fn set_up(company: &Company) -> Self {
        let network = Network::new(false);
        let mut schedule = Schedule::new();
        let people: Vec<Person> = (0..company.n)
            .map(|a| {
                let k = company.knowledge(a);
                Person { a: a as u32, status: 0, e: 0.0, k, s: 0.0, g: 0.0, v: 0.0 }
            })
            .collect();
        for &person in &people {
            network.add_node(person);
            schedule.schedule_repeating(Box::new(person), 0.0, 0);
        }
        for &person in &people {
            for &b in company.colleagues(person.a as usize).iter().filter(|&&b| b > person.a) {
                network.add_edge(person, people[b as usize], EdgeOptions::Simple);
            }
        }
        Adoption { firm: Firm { network, key: (0, 0) }, schedule }
    }

    fn tick(&mut self, key: (u32, u32)) {
        self.firm.key = key;
        self.schedule.step(&mut self.firm);
    }

    fn outcome(&self) -> Outcome {
        let agents = self.schedule.get_all_events();
        let mut status = vec![0; agents.len()];
        let mut doubles = [(); 5].map(|_| vec![0.0; agents.len()]);
        for agent in agents {
            let person = agent.downcast_ref::<Person>().expect("a person");
            status[person.a as usize] = person.status;
            let values = [person.e, person.k, person.s, person.g, person.v];
            for (column, value) in doubles.iter_mut().zip(values) {
                column[person.a as usize] = value;
            }
        }
        Outcome { status, doubles }
    }
}

fn main() {
    contest::<Adoption>();
}
