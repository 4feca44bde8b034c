package io.skipway.identity;

import java.util.ArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How Spring Security finds a person. The roles of all courses together open menus; what they open asks again per course. */
@Configuration(proxyBeanMethods = false)
class SignIn {
    @Bean
    PasswordEncoder passwordEncoder() {
        return new HashingInTurn(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    @Bean
    UserDetailsService signInNames(JdbcClient jdbc, People people) {
        return typed -> {
            var person = people.named(typed).orElseThrow(() -> new UsernameNotFoundException("Unknown"));
            var roles = new ArrayList<String>(jdbc.sql("select distinct role from enrolment where person = ?")
                    .param(person.id().value())
                    .query(String.class)
                    .list());
            if (person.administrator()) {
                roles.add("ADMIN");
            }
            return User.withUsername(person.username())
                    .password(jdbc.sql("select password from person where id = ?")
                            .param(person.id().value())
                            .query(String.class)
                            .single())
                    .disabled(!person.active())
                    .roles(roles.toArray(String[]::new))
                    .build();
        };
    }
}
