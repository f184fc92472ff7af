//! AdoptBench in krABMaga at its best: scheduled agents, ties in rows of our own, pushed counts.
#[path = "../contest.rs"]
mod contest;

use contest::{contest, draw, Company, Contestant, Outcome, TWO32};
use krabmaga::engine::agent::Agent;
use krabmaga::engine::{schedule::Schedule, state::State};
use std::any::Any;

#[derive(Clone)]
struct Person {
    a: u32,
    e: f64,
    k: f64,
    s: f64,
    g: f64,
    v: f64,
}

struct Firm {
    offsets: Vec<u32>,
    neighbours: Vec<u32>,
    status: Vec<u8>,
    engaged_ties: Vec<u16>,
    per_tie: Vec<f64>,
    changing: Vec<u32>,
    key: (u32, u32),
}

impl State for Firm {
    fn init(&mut self, _schedule: &mut Schedule) {}
    fn reset(&mut self) {}
    fn update(&mut self, _step: u64) {
        for a in self.changing.drain(..).map(|a| a as usize) {
            let status = self.status[a];
            self.status[a] = if status == 3 { 1 } else { status + 1 };
            let by = if status == 1 { 1 } else if status == 2 { u16::MAX } else { continue };
            for &b in &self.neighbours[self.offsets[a] as usize..self.offsets[a + 1] as usize] {
                self.engaged_ties[b as usize] = self.engaged_ties[b as usize].wrapping_add(by);
            }
        }
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
        let firm = state.as_any_mut().downcast_mut::<Firm>().expect("a firm");
        let f = f64::from(firm.engaged_ties[self.a as usize]) * firm.per_tie[self.a as usize];
        self.e += 0.1 * (f - self.e);
        self.k += 0.01 * (self.e * (1.0 - self.k));
        self.s += 0.08 * (self.e * self.k - self.s);
        self.g = 0.9 * self.g + 0.1 * (f * (1.0 - self.s));
        let status = firm.status[self.a as usize];
        let prob = match status {
            0 => 0.0004 + 0.25 * f,
            1 => 0.05 + 0.3 * self.e,
            2 => {
                self.v += self.e * self.k;
                0.01 * (1.0 - self.s) + 0.02 * self.g
            }
            _ => 0.002 + 0.05 * f,
        };
        if f64::from(draw(self.a, firm.key)) < prob * TWO32 {
            firm.changing.push(self.a);
        }
    }
}

struct Adoption {
    firm: Firm,
    schedule: Schedule,
}

impl Contestant for Adoption {
    fn set_up(company: &Company) -> Self {
        let mut schedule = Schedule::new();
        for a in 0..company.n {
            let person =
                Person { a: a as u32, e: 0.0, k: company.knowledge(a), s: 0.0, g: 0.0, v: 0.0 };
            schedule.schedule_repeating(Box::new(person), 0.0, 0);
        }
        let firm = Firm {
            offsets: company.offsets.clone(),
            neighbours: company.neighbours.clone(),
            status: vec![0; company.n],
            engaged_ties: vec![0; company.n],
            per_tie: (0..company.n).map(|a| 1.0 / company.colleagues(a).len() as f64).collect(),
            changing: Vec::with_capacity(company.n),
            key: (0, 0),
        };
        Adoption { firm, schedule }
    }

    fn tick(&mut self, key: (u32, u32)) {
        self.firm.key = key;
        self.schedule.step(&mut self.firm);
    }

    fn outcome(&self) -> Outcome {
        let mut doubles = [(); 5].map(|_| vec![0.0; self.firm.status.len()]);
        for agent in self.schedule.get_all_events() {
            let person = agent.downcast_ref::<Person>().expect("a person");
            let values = [person.e, person.k, person.s, person.g, person.v];
            for (column, value) in doubles.iter_mut().zip(values) {
                column[person.a as usize] = value;
            }
        }
        Outcome { status: self.firm.status.clone(), doubles }
    }
}

fn main() {
    contest::<Adoption>();
}
